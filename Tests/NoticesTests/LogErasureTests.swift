import Deadlines
import Foundation
import TestSupport
import Testing

@testable import Notices

/// Cases leave the logs wherever those are rotated to, and what cannot be searched is named.
@Suite struct LogErasureTests {
    private let directory: TemporaryDirectory
    private let erasure: LogErasure
    private let gone = "2026-0417"

    init() throws {
        directory = try TemporaryDirectory()
        let erased = ErasedCase(caseID: CaseID(rawValue: "2026-0417"), keys: [], refs: [Reference(rawValue: "ind-7")])
        erasure = LogErasure(logDirectory: directory.path, mentions: CaseMentions(of: [erased]))
    }

    private func write(_ name: String, _ text: String) throws {
        let url = URL(fileURLWithPath: "\(directory.path)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func content(_ name: String) throws -> String {
        try String(contentsOfFile: "\(directory.path)/\(name)", encoding: .utf8)
    }

    /// Erases from every log, and says what could not be searched.
    private func erase() throws -> [String] {
        let logs = erasure.logs()
        var troubles = logs.troubles.map(\.description)
        for log in logs.files {
            do { if try erasure.concerns(log) { #expect(try erasure.erase(log)) } } catch {
                troubles.append("\(error)")
            }
        }
        return troubles + erasure.eraseDigests().troubles.map(\.description)
    }

    private func record(_ caseID: String) -> String {
        #"{"key": "k-\#(caseID)", "case": "\#(caseID)", "message": "x"}"# + "\n"
    }

    @Test func `logs in directories that they are rotated into are searched too`() throws {
        let names = [
            "notices.jsonl", "old/notices.jsonl.1", "old/2026/05/notices.jsonl-20260501",
            "reminders/old/notices.jsonl.2",
        ]
        for name in names { try write(name, record(gone) + record("2026-0501")) }
        let message = "PÅMINDELSE · sag 2026-0417 (ind-7)\n  x [k]\nPÅMINDELSE · sag 2026-0501\n  y [l]\n"
        for name in ["reminders/mhs.log", "old/mhs.log.1", "escalations/old/kbe.log"] { try write(name, message) }
        try write("digests/tln/old/2026-W23.txt", "  2026-0417 (ind-7), rådgiver mhs\n")
        try write("notes.txt", "2026-0417\n")
        #expect(try erase() == [])
        for name in names { #expect(try content(name) == record("2026-0501"), "\(name)") }
        for name in ["reminders/mhs.log", "old/mhs.log.1", "escalations/old/kbe.log"] {
            #expect(try content(name) == "PÅMINDELSE · sag 2026-0501\n  y [l]\n", "\(name)")
        }
        #expect(try content("digests/tln/old/2026-W23.txt") == "  … (…), rådgiver mhs\n")
        // What is no log is its owner's.
        #expect(try content("notes.txt") == "2026-0417\n")
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
        let troubles = try erase()
        #expect(troubles.count == 1 && troubles[0].contains("old/\(packed[0]) cannot be searched"), "\(troubles)")
    }

    @Test func `nothing is followed that leads out of the directory`() throws {
        let other = try TemporaryDirectory()
        try record(gone).write(toFile: "\(other.path)/notices.jsonl", atomically: true, encoding: .utf8)
        #expect(symlink(other.path, "\(directory.path)/old") == 0)
        #expect(try erase() == [] && erasure.logs().files == [])
        try write((0..<20).map { "d\($0)" }.joined(separator: "/") + "/mhs.log", "sag 2026-0417\n")
        #expect(try erase().count == 1)
    }

    @Test func `of a list in the record nothing is left that is of the case`() throws {
        let item = { (name: String, ref: String) in
            "sag \(name) (\(ref)): Første opfølgning, frist 2. april 2026 (overskredet)"
        }
        let list = { (items: [String]) in
            #"{"key": "k", "case": null, "message": "Aftal \"nu\": \#(items.joined(separator: "; "))", "law": "§ 1; 2"}"#
                + "\n"
        }
        let other = item("2026-0501", "ind-7")
        try write("notices.jsonl", list([item(gone, "ind-7"), other]) + list([other, item(gone, "x"), other]))
        #expect(try erase() == [])
        #expect(try content("notices.jsonl") == list(["…", other]) + list([other, "…", other]))
    }
}
