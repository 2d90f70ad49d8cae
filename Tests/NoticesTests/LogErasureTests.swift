import Deadlines
import Foundation
import TestSupport
import Testing

@testable import Notices

/// Cases leave the logs wherever those are rotated to, and what cannot be searched is named.
@Suite struct LogErasureTests {
    private let directory: TemporaryDirectory
    private let gone = "2026-0417"

    init() throws { directory = try TemporaryDirectory() }

    private func write(_ name: String, _ text: String) throws {
        let url = URL(fileURLWithPath: "\(directory.path)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func content(_ name: String) throws -> String {
        try String(contentsOfFile: "\(directory.path)/\(name)", encoding: .utf8)
    }

    /// Erases the case from every log. Its notices have the keys "a" and "b"; "l" is that of a list it stands in.
    private func erase() -> LogErasure {
        let keys = { (names: [String]) in Set(names.map { NoticeKey(rawValue: $0) }) }
        let cases = ErasedCases(references: [CaseID(rawValue: gone)], notices: keys(["a", "b"]), lists: keys(["l"]))
        var erasure = LogErasure(of: cases, logDirectory: directory.path)
        erasure.eraseLogs { try $0() }
        erasure.eraseDigests()
        return erasure
    }

    private func record(_ key: String, _ caseID: String?, _ message: String = "x") -> String {
        let caseID = caseID.map { "\"\($0)\"" } ?? "null"
        return #"{"key": "\#(key)", "case": \#(caseID), "message": "\#(message)", "law": "§ 1; 2"}"# + "\n"
    }

    @Test func `of the record lines go by their case and by their key`() throws {
        let stays = record("c", "2026-0501") + record("d", nil, "sag 2026-0417") + record("e", "2026-0417-b")
        try write("notices.jsonl", record("x", gone) + record("a", nil) + stays + record("b", gone))
        let erasure = erase()
        #expect(erasure.files == 1 && erasure.troubles.isEmpty)
        #expect(try content("notices.jsonl") == stays)
    }

    @Test func `of a list in the record nothing is left that is of the case`() throws {
        let item = { (name: String, ref: String) in
            "sag \(name) (\(ref)): Første opfølgning, frist 2. april 2026 (overskredet)"
        }
        let list = { (key: String, items: [String]) in
            record(key, nil, #"Aftal \"nu\": "# + items.joined(separator: "; "))
        }
        let other = item("2026-0501", "ind-7")
        let foreign = list("m", [item(gone, "x"), other])
        try write(
            "notices.jsonl",
            list("l", [item(gone, "ind-7"), other]) + list("l", [other, item(gone, "x"), other]) + foreign)
        #expect(erase().troubles.isEmpty)
        #expect(try content("notices.jsonl") == list("l", ["…", other]) + list("l", [other, "…", other]) + foreign)
    }

    @Test func `a list whose opening has no colon loses it with its first item`() throws {
        try write("notices.jsonl", record("l", nil, "Se på sag 2026-0417 (x): y; sag 2026-0501: z"))
        _ = erase()
        #expect(try content("notices.jsonl") == record("l", nil, "…; sag 2026-0501: z"))
    }

    @Test func `of a person's log messages go by their key, and headings that nothing is left under`() throws {
        try write(
            "reminders/mhs.log",
            """
            ── onsdag · 2 beskeder til mhs ──
            PÅMINDELSE · sag 2026-0417 (ind-7)
                x
                Lov. Du er rådgiver. [a]
            PÅMINDELSE · sag 2026-0501
                y [c]
            ── torsdag · 1 besked til mhs ──
            OVERSKREDET · sag 2026-0417
                z [b]
            ── fredag · 2 beskeder til mhs ──
            PÅMINDELSE · sag 2026-0502
                y [d]
            OVERTAGET
                Du har overtaget 2 sager. Disse frister løber:
                  – sag 2026-0417 (ind-7): Første opfølgning
                  – sag 2026-0417-b (ind-7): Første opfølgning
                Du er rådgiver. [l]

            """)
        let erasure = erase()
        #expect(erasure.files == 1 && erasure.troubles.isEmpty)
        #expect(
            try content("reminders/mhs.log") == """
                ── onsdag · 2 beskeder til mhs ──
                PÅMINDELSE · sag 2026-0501
                    y [c]
                ── fredag · 2 beskeder til mhs ──
                PÅMINDELSE · sag 2026-0502
                    y [d]
                OVERTAGET
                    Du har overtaget 2 sager. Disse frister løber:
                      – sag 2026-0417-b (ind-7): Første opfølgning
                    Du er rådgiver. [l]

                """)
    }

    @Test func `logs in directories that they are rotated into are searched too`() throws {
        let names = [
            "notices.jsonl", "old/notices.jsonl.1", "old/2026/05/notices.jsonl-20260501",
            "reminders/old/notices.jsonl.2", (0..<20).map { "d\($0)" }.joined(separator: "/") + "/notices.jsonl",
        ]
        for name in names { try write(name, record("x", gone) + record("c", "2026-0501")) }
        let logs = ["reminders/mhs.log", "old/mhs.log.1", "escalations/old/kbe.log"]
        let (message, other) = ("PÅMINDELSE · sag 2026-0417\n  x [a]\n", "PÅMINDELSE · sag 2026-0501\n  y [c]\n")
        for name in logs { try write(name, message + other) }
        try write("notes.txt", message)
        #expect(erase().troubles.isEmpty)
        for name in names { #expect(try content(name) == record("c", "2026-0501"), "\(name)") }
        for name in logs { #expect(try content(name) == other, "\(name)") }
        // What is no log is its owner's.
        #expect(try content("notes.txt").contains(gone))
    }

    @Test func `of a digest the figures stay, and its readable forms go`() throws {
        let figures = { (oldest: String, longest: String) in
            #"{"cases":12,"first":true,"oldest":[\#(oldest){"case":"2026-0501","days_over":3}],"percent":66.7,"#
                + #""statistics":[{"longest_still":9,"longest_still_case":\#(longest)}],"team":"2026-0417","x":null}"#
                + "\n"
        }
        for name in ["tln/2026-W23", "tln/old/2026-W22"] {
            try write("digests/\(name).json", figures(#"{"case":"2026-0417","ref":"ind-7"},"#, "\"2026-0417\""))
            for form in ["txt", "html"] { try write("digests/\(name).\(form)", "  2026-0417 (ind-7), rådgiver mhs\n") }
        }
        try write("digests/tln/2026-W21.json", figures("", "\"2026-0502\""))
        for name in ["2026-W21.txt", "2026-0417.txt"] { try write("digests/tln/\(name)", "  2026-0502, 2026-0417-b\n") }
        // A crash wrote no figures.
        try write("digests/tln/2026-W20.html", "<b>2026-0417</b>\n")
        let erasure = erase()
        #expect(erasure.files == 7 && erasure.troubles.isEmpty)
        for name in ["tln/2026-W23", "tln/old/2026-W22"] {
            #expect(try content("digests/\(name).json") == figures("", "null"), "\(name)")
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(directory.path)/digests/tln").sorted() == [
                "2026-0417.txt", "2026-W21.json", "2026-W21.txt", "2026-W23.json", "old",
            ])
    }

    @Test(arguments: [
        ["xz", "-k"], ["bzip2", "-k"], ["zstd", "-q"], ["tar", "-cf", "t.tar"], ["tar", "-czf", "t.tar.gz"],
    ])
    func `a log that is packed in another way is named`(packer: [String]) throws {
        try write("old/mhs.log", "PÅMINDELSE · sag 2026-0501\n  y [l]\n")
        let words = [
            "sh", "-c", "cd \"$0\" && command -v \(packer[0]) >/dev/null && \(packer.joined(separator: " ")) mhs.log",
        ]
        // One that is not installed packs nothing.
        guard (try? ShellCommand(words + ["\(directory.path)/old"]).output()) != nil else { return }
        let packed = try FileManager.default.contentsOfDirectory(atPath: "\(directory.path)/old").filter {
            $0 != "mhs.log"
        }
        #expect(packed.count == 1)
        let troubles = erase().troubles
        #expect(troubles.count == 1 && troubles[0].contains("old/\(packed[0]) cannot be searched"), "\(troubles)")
    }

    @Test func `nothing is followed that leads out of the directory`() throws {
        let other = try TemporaryDirectory()
        try record("x", gone).write(toFile: "\(other.path)/notices.jsonl", atomically: true, encoding: .utf8)
        #expect(symlink(other.path, "\(directory.path)/old") == 0)
        let erasure = erase()
        #expect(erasure.files == 0 && erasure.troubles.isEmpty)
    }
}
