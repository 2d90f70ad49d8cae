import Deadlines
import Files
import Foundation
import Testing

@testable import Spool

/// Cases leave what was taken in: lines of JSON by their fields.
@Suite struct TakenErasureTests {
    private func erase(_ names: String..., in spool: TemporarySpool) -> (files: Int, troubles: [String]) {
        let (files, troubles) = spool.spool.erase(ErasedCases(references: Set(names.map { CaseID(rawValue: $0) })))
        return (files, troubles.map(\.description))
    }

    private func put(_ below: String, _ bytes: some Sequence<UInt8>, in spool: TemporarySpool) throws {
        let url = URL(fileURLWithPath: spool.path(below))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    private let other = line("o").replacing("2026-0417", with: "2026-0501") + "\n"

    @Test(arguments: [
        line("a"), line("a").replacing("2026-0417", with: #"2026\u002d0417"#),
        #"{ "event": "x", "data": {"case": "no"}, "case" :"2026-0417"}"#,
        #"{"case": "team/nord", "event": "ledelsestilsyn.udtaget", "data": {"sag": "2026-0417"}}"#,
        "\u{FEFF}" + line("a"),
    ]) func `an update goes by its case, or by the one that a review has drawn`(update: String) throws {
        try withSpool { spool in
            try put("done/2026-05-12/a.jsonl", (update + "\n\n" + other + update + "\n" + other).utf8, in: spool)
            try put("done/2026-05-12/b.json", update.replacing(",", with: ",\n").utf8, in: spool)
            try put("done/2026-05-12/c.jsonl", (update + "\n" + update + "\r\n").utf8, in: spool)
            #expect(erase("2026-0417", in: spool) == (3, []))
            #expect(spool.names("done/2026-05-12") == ["a.jsonl"])
            #expect(spool.content("done/2026-05-12/a.jsonl") == "\n" + other + other)
        }
    }

    @Test func `an update of another case stays, whatever else it says`() throws {
        try withSpool { spool in
            let lines = [
                #"{"id": "dubu-c-1-7", "case": "c-10", "ref": "c-1", "event": "x", "team": "c-1"}"#,
                #"{"id": "o", "case": "x/c-1", "event": "x", "data": {"sag": true, "case": "c-1"}}"#,
            ]
            try put("done/2026-05-12/c-1.jsonl", lines.joined(separator: "\r\n").utf8, in: spool)
            let before = spool.everything()
            #expect(erase("c-1", in: spool) == (0, []))
            #expect(spool.everything() == before)
        }
    }

    @Test func `a file that was called by the case is called otherwise`() throws {
        try withSpool { spool in
            for name in ["x-2026-0417.jsonl", "2026-0417.jsonl", "b.jsonl"] {
                try put("done/2026-05-12/\(name)", (line("a") + "\n" + other).utf8, in: spool)
            }
            #expect(erase("2026-0417", in: spool) == (3, []))
            #expect(spool.names("done/2026-05-12") == ["b.jsonl", "erased.1.jsonl", "erased.jsonl"])
            for name in spool.names("done/2026-05-12") {
                #expect(spool.content("done/2026-05-12/\(name)") == other, "\(name)")
            }
        }
    }

    @Test func `directories are searched, and what holds no updates is named`() throws {
        try withSpool { spool in
            let both = Array((line("a") + "\n" + other).utf8)
            let names = [
                "done/2026-05-12/old/a.jsonl", "done/b.jsonl",
                "done/" + (0..<20).map { "d\($0)" }.joined(separator: "/") + "/f.jsonl",
            ]
            for name in names { try put(name, both, in: spool) }
            // What a crash left of an erasure.
            try put("done/2026-05-12/.erasing", both, in: spool)
            try put("done/2026-05-12/a.jsonl.gz", [0x1F, 0x8B, 8, 0], in: spool)
            try put("done/2026-05-12/c.jsonl", both + Array("x\n".utf8), in: spool)
            #expect(symlink(spool.path("done/b.jsonl"), spool.path("done/link.json")) == 0)
            let troubles = erase("2026-0417", in: spool).troubles
            for name in names { #expect(spool.content(name) == other, "\(name)") }
            for name in ["a.jsonl.gz", "c.jsonl"] {
                #expect(
                    troubles.count { $0.contains(name) && $0.contains("unpack it, move it away") } == 1, "\(troubles)")
            }
            #expect(troubles.count == 2)
            #expect(spool.content("done/2026-05-12/.erasing") == nil)
        }
    }
}
