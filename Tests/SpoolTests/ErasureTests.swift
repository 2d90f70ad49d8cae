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
}
