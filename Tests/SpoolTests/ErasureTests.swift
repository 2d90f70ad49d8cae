import Deadlines
import Foundation
import Glibc
import Import
import Testing

@testable import Spool

/// Cases leave what the spool keeps; what is refused of them, in whatever form, too.
@Suite struct ErasureTests {
    /// What finds these cases.
    static func mentions(_ names: [String]) -> CaseMentions {
        CaseMentions(of: names.map { ErasedCase(caseID: CaseID(rawValue: $0), keys: [], refs: []) })
    }

    /// Erases the cases, and expects no trouble.
    static func erase(_ names: [String], in spool: TemporarySpool) -> SpoolErasure {
        var erasure = SpoolErasure(spool: spool.spool, mentions: mentions(names))
        erasure.run()
        return erasure
    }

    private static let others = [
        #"{"id":"o-1","case":"c-10","event":"nonsense","at":"2026-03-02"}"#,
        #"{"id":"o-2","case":"2026-0418 ","event":"x"}"#, #"{"id":"o-3" "case":"c-10","n":17.5}"#,
        "not JSON: c-11, 2026-04",
    ]

    @Test(arguments: [
        (#"{"id":"r-1","case":"2026-0417 ","event":"sag.oprettet","at":"2026-03-02"}"#, "2026-0417"),
        (#"{"id":"r-2","case":"sag 2026-0417","event":"sag.oprettet","at":"2026-03-02"}"#, "2026-0417"),
        (#"{"id":"r-3","case":"2026\u002d0417 ","event":"sag.oprettet","at":"2026-03-02"}"#, "2026-0417"),
        (#"{"id":"r-4","case":"2026\u002d0417" "event":"sag.oprettet"}"#, "2026-0417"),
        (#"{"id":"r-5","case":["2026-0417"],"event":"sag.oprettet"}"#, "2026-0417"),
        (#"{"id":"r-6","case":"c-10","case":"c-1","event":"sag.oprettet"}"#, "c-1"),
        (#"{"id":"r-7","case":"c-1","case":"c-10","event":"sag.oprettet"}"#, "c-1"),
        (#"{"id":"s-1","case":"c-1" "event":"sag.oprettet"}"#, "c-1"),
        (#"{"id":"s-2","case" :  "c-1","event":"nonsense"}"#, "c-1"), (#"{"id":"s-3","case":"sag c-1"}"#, "c-1"),
        (#"{"id":"s-4","case":17,"event":"sag.oprettet"}"#, "17"), (#"{"id":"s-5","case":"17." "event"}"#, "17"),
        (#"{"id":"s-6","case":"sag nord","event":"sag.oprettet"}"#, "nord"), ("c-1;CSVPLAIN;Ukendt;1", "c-1"),
        ("x; 17 ;y", "17"), (#""nord",x"#, "nord"),
    ]) func `a refused line goes, in whatever way it names the case`(line: String, name: String) throws {
        try withSpool { spool in
            try spool.send("a.jsonl", (Self.others + [line]).joined(separator: "\n") + "\n")
            try spool.send("b.jsonl", line + "\n")
            try spool.takeAll()
            #expect(spool.content("rejected/a.jsonl")?.contains(line) == true)
            let erasure = Self.erase([name], in: spool)
            #expect(erasure.troubles.isEmpty)
            #expect(spool.content("rejected/a.jsonl") == Self.others.joined(separator: "\n") + "\n")
            let report = try #require(spool.content("rejected/a.jsonl.reason.json"))
            #expect(report.contains("\"count\" : 4") && !report.contains("\"line\" : 5"), "\(report)")
            #expect(spool.names("rejected") == ["a.jsonl", "a.jsonl.reason.json"])
        }
    }

    @Test func `a refused line of another case stays, though it has the name in it`() throws {
        try withSpool { spool in
            let lines = [
                #"{"id":"dubu-c-1-7","case":"c-10","event":"nonsense"}"#,
                #"{"id":"o","case":"c-1b","event":"nonsense"}"#,
                #"{"id":"o-2","case":"x/c-1","ref":"c-1","event":"nonsense"}"#,
            ]
            try spool.send("a.jsonl", lines.joined(separator: "\n") + "\n")
            try spool.takeAll()
            let before = spool.everything()
            #expect(Self.erase(["c-1"], in: spool).files == 0)
            #expect(spool.everything() == before)
        }
    }

    @Test func `rows of a table go by their cells, and the report tells of the others`() throws {
        try withSpool { spool in
            try spool.send(
                "dubu-1.csv",
                "Sag;Dato;Modtaget;Navn\r\nc-1;31-02-2026;;x\r\nc-10;31-02-2026;;x\r\nc-1;;32-01-2026;x\r\n")
            try spool.send("dubu-2.csv", "Sag;Dato;Modtaget;Navn\r\nc-1;31-02-2026;;x\r\n")
            try spool.takeAll(imports: ExportTests.imports())
            #expect(Self.erase(["c-1"], in: spool).troubles.isEmpty)
            #expect(spool.content("rejected/dubu-1.csv") == "Sag;Dato;Modtaget\r\nc-10;31-02-2026;\r\n")
            let report = try #require(spool.content("rejected/dubu-1.csv.reason.json"))
            #expect(report.contains("\"row\" : 3") && report.contains("\"count\" : 1"), "\(report)")
            #expect(spool.names("rejected") == ["dubu-1.csv", "dubu-1.csv.reason.json"])
        }
    }

    @Test func `a file called by the case is called otherwise`() throws {
        try withSpool { spool in
            try spool.send("c-1.jsonl", line("a") + "\n")
            try spool.send("c-10.jsonl", line("b") + "\n")
            try spool.takeAll()
            #expect(Self.erase(["c-1"], in: spool).files == 1)
            let names = spool.names("done/2026-05-12")
            #expect(names.count == 2 && names[0] == "c-10.jsonl" && names[1].hasPrefix("erased-"), "\(names)")
        }
    }

    @Test func `directories are searched, and what cannot be is named`() throws {
        try withSpool { spool in
            func put(_ below: String, _ bytes: [UInt8]) throws {
                let url = URL(fileURLWithPath: spool.path(below))
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: url)
            }
            let other = line("o").replacing("2026-0417", with: "2026-0501") + "\n"
            let both = Array((line("a") + "\n" + other).utf8)
            let names = [
                "done/2026-05-12/old/a.jsonl", "done/b.jsonl", "rejected/seen/2026/c.jsonl", "rejected/.d.jsonl",
            ]
            for name in names { try put(name, both) }
            for name in ["done/2026-05-12/a.jsonl.gz", "rejected/seen/b.jsonl.xz"] {
                try put(name, name.hasSuffix("gz") ? [0x1F, 0x8B, 8, 0] : [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0])
            }
            // Sent as lines by its producer: refused, and nobody can read it.
            try put("rejected/e.jsonl", Array("BZh9".utf8))
            #expect(symlink("/srv/2026-0417.json", spool.path("rejected/link.json")) == 0)
            try put("rejected/" + (0..<20).map { "d\($0)" }.joined(separator: "/") + "/f.jsonl", both)
            let troubles = Self.erase(["2026-0417"], in: spool).troubles.map(\.description)
            for name in names { #expect(spool.content(name) == other, "\(name)") }
            for name in ["a.jsonl.gz", "b.jsonl.xz", "so deep"] {
                #expect(
                    troubles.count { $0.contains(name) && $0.contains("unpack it, move it away") } == 1, "\(troubles)")
            }
            #expect(troubles.count == 3)
            #expect(spool.names("rejected") == ["d0", "seen"])
        }
    }

    @Test func `what an upload has left hidden goes after a day, where it may be of the case`() throws {
        try withSpool { spool in
            let files = [
                ".a.jsonl.part": line("a"), ".b": "c-1;x", ".2026-0417.tmp": "x", "sub/c.jsonl": line("c"),
                ".keep": "", ".d.part": line("d").replacing("2026-0417", with: "2026-0501"), "e.jsonl": line("e"),
            ]
            #expect(mkdir(spool.path("incoming/sub"), 0o700) == 0)
            for (name, text) in files {
                try Data(text.utf8).write(to: URL(fileURLWithPath: spool.path("incoming/\(name)")))
            }
            let left = { Set(try FileManager.default.subpathsOfDirectory(atPath: spool.path("incoming"))) }
            let mentions = Self.mentions(["2026-0417", "c-1"])
            for (hours, gone) in [(23, []), (25, [".a.jsonl.part", ".b", ".2026-0417.tmp", "sub/c.jsonl"])] {
                var erasure = SpoolErasure(spool: spool.spool, mentions: mentions)
                erasure.run(now: Rest.now() + Int64(hours) * 3_600_000)
                #expect(erasure.troubles.isEmpty && erasure.files == gone.count)
                #expect(try left() == Set(files.keys).union(["sub"]).subtracting(gone), "\(hours)")
            }
        }
    }

    @Test func `drafts that a crash left go at the start`() throws {
        try withSpool { spool in
            for name in [".good", ".refused", ".report", "a.jsonl"] {
                try Data(line("a").utf8).write(to: URL(fileURLWithPath: spool.path(".settling/\(name)")))
            }
            try spool.spool.prepare()
            #expect(try FileManager.default.contentsOfDirectory(atPath: spool.path(".settling")) == [])
            #expect(spool.names("incoming") == ["a.jsonl"])
        }
    }

    @Test(.enabled(if: geteuid() == 0, "giving files away needs root"))
    func `what the daemon may not read is not kept, and holds nothing up`() async throws {
        let spool = try TemporarySpool()
        defer { spool.remove() }
        try spool.send("a.jsonl", line("a") + "\n")
        try Data(line("b").utf8).write(to: URL(fileURLWithPath: spool.path("rejected/b.jsonl")))
        try Data(line("c").utf8).write(to: URL(fileURLWithPath: spool.path("incoming/.c")))
        for name in ["incoming/a.jsonl", "rejected/b.jsonl", "incoming/.c"] {
            #expect(chmod(spool.path(name), 0o600) == 0)
        }
        for name in ["", "incoming", "done", "rejected", ".settling"] {
            #expect(chown(spool.path(name), 65534, 65534) == 0)
        }
        await #expect(processExitsWith: .success) { [path = spool.spool.path as String] in
            guard setegid(65534) == 0, seteuid(65534) == 0 else { exit(2) }
            let spool = TemporarySpool(of: path)
            guard try spool.takeAll().settlements.allSatisfy(\.troubles.isEmpty) else { exit(3) }
            var erasure = SpoolErasure(spool: spool.spool, mentions: ErasureTests.mentions(["2026-0417"]))
            erasure.run(now: Rest.now() + 25 * 3_600_000)
            exit(erasure.troubles.isEmpty ? 0 : 4)
        }
        #expect(spool.names("rejected") == ["a.jsonl.reason.json"])
        let report = try #require(spool.content("rejected/a.jsonl.reason.json"))
        #expect(report.contains("the daemon may not read it") && report.contains("nothing of the file is kept here"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: spool.path("incoming")) == [])
    }
}
