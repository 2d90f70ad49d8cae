import Deadlines
import Foundation
import Glibc
import Testing

@testable import Spool

@Suite struct SettlerTests {
    @Test func aGoodFileGoesToTheDayItWasTakenIn() throws {
        try withSpool { spool in
            try spool.send("a.jsonl", "\(line("a"))\n\(line("b"))")
            let taken = try spool.takeAll()
            #expect(taken.updates == ["a", "b"])
            #expect(taken.settlements.map(\.done) == [1])
            #expect(spool.everything() == ["done/2026-05-12/a.jsonl": "\(line("a"))\n\(line("b"))"])
        }
    }

    @Test func aPartlyRefusedFileIsDivided() throws {
        try withSpool { spool in
            let bad = line(Fixture.personNumber())
            try spool.send("a.jsonl", "\(line("a"))\r\n\n\(bad)\n\(line("b"))\nnonsense")
            let taken = try spool.takeAll()
            #expect(taken.updates == ["a", "b"])
            #expect(spool.content("done/2026-05-12/a.jsonl") == "\(line("a"))\n\(line("b"))\n")
            #expect(spool.content("rejected/a.jsonl") == "\(line("xxxxxxxxxx"))\nnonsense\n")
            #expect(spool.names("incoming").isEmpty)
            #expect(taken.settlements[0].rejected.map(\.report) == ["rejected/a.jsonl.reason.json"])
            var status = stat()
            for below in ["done/2026-05-12/a.jsonl", "rejected/a.jsonl", "rejected/a.jsonl.reason.json"] {
                #expect(stat(spool.path(below), &status) == 0)
                #expect(status.st_mode & 0o777 == 0o640, "\(below)")
            }
            let report = try report(spool, "rejected/a.jsonl.reason.json")
            #expect(report["file"] as? String == "a.jsonl")
            #expect(report["taken"] as? String == "2026-05-12T12:00:00.000+02:00")
            let refused = try #require(report["refused"] as? [[String: Any]])
            #expect(refused.map { $0["line"] as? Int } == [3, 5])
            #expect(refused.map { $0["field"] as? String } == ["id", nil])
            #expect(refused.map { $0["value"] as? String } == ["xxxxxxxxxx", nil])
            #expect(refused.allSatisfy { ($0["reason"] as? String)?.hasPrefix("Line ") ?? false })
        }
    }

    private func report(_ spool: TemporarySpool, _ below: String) throws -> [String: Any] {
        let text = try #require(spool.content(below))
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func theStoreMayRefuseToo() throws {
        try withSpool { spool in
            try spool.send("a.jsonl", (0..<9).map { line("id-\($0)") }.joined(separator: "\n"))
            // Batches of two: what is refused early must be remembered until the file ends.
            let taken = try spool.takeAll(limit: 2) { update in
                guard ["id-1", "id-6"].contains(update.id.rawValue) else { return nil }
                return Refusal(
                    field: "id", value: update.id.rawValue, wrong: "this id stands for other content",
                    right: "give the update an id of its own")
            }
            #expect(taken.updates.count == 7)
            #expect(spool.content("rejected/a.jsonl") == "\(line("id-1"))\n\(line("id-6"))\n")
            #expect(spool.content("done/2026-05-12/a.jsonl")?.split(separator: "\n").count == 7)
        }
    }

    @Test func nothingIsOverwritten() throws {
        try withSpool { spool in
            for number in 0..<7 {
                try spool.send("a.jsonl", line("good-\(number)"))
                try spool.takeAll()
                try spool.send("b.jsonl", "bad-\(number)")
                try spool.takeAll()
            }
            let names = ["a.jsonl"] + (1..<7).map { "a.\($0).jsonl" }
            #expect(spool.names("done/2026-05-12") == names.sorted())
            for (number, name) in names.enumerated() {
                #expect(spool.content("done/2026-05-12/" + name) == line("good-\(number)"))
            }
            #expect(spool.names("rejected").count == 14)
            #expect(spool.content("rejected/b.6.jsonl") == "bad-6\n")
            #expect(spool.content("rejected/b.6.jsonl.reason.json") != nil)
        }
    }

    @Test func theLongestNameStillHasRoomForItsReport() throws {
        try withSpool { spool in
            let name = String(repeating: "ø", count: 124) + "x.jsonl"
            #expect(name.utf8.count == 255)
            for _ in 0..<2 {
                try spool.send(name, "nonsense")
                try spool.takeAll()
            }
            #expect(spool.names("incoming").isEmpty)
            #expect(spool.names("rejected").count == 4)
        }
    }

    @Test func aFileThatChangedAfterItWasReadStays() throws {
        try withSpool { spool in
            try spool.send("grown.jsonl", line("a") + "\n")
            try spool.send("replaced.jsonl", line("b"))
            try spool.send("refused.jsonl", "nonsense")
            var intake = spool.intake()
            try intake.look()
            let next = intake.next(limit: 10, clock: Fixture.noon)
            let batch = try #require(next)
            let handle = try #require(FileHandle(forWritingAtPath: spool.path("incoming/grown.jsonl")))
            handle.seekToEndOfFile()
            handle.write(Data(line("c").utf8))
            try handle.close()
            try spool.send("replaced.jsonl", line("d"))
            try spool.send("refused.jsonl", "other nonsense")
            var settler = Settler(spool: spool.spool)
            #expect(try settler.settle(batch, at: Fixture.noon).changed == 3)
            #expect(spool.names("incoming") == ["grown.jsonl", "refused.jsonl", "replaced.jsonl"])
            #expect(try spool.takeAll().updates == ["a", "c", "d"])
            #expect(spool.names("incoming").isEmpty)
            #expect(spool.content("rejected/refused.jsonl") == "other nonsense\n")
        }
    }

    @Test func aLineTooLongIsKeptMasked() throws {
        try withSpool { spool in
            let number = Fixture.personNumber("-")
            let unit = "a" + number + String(repeating: "z", count: 1011)
            try spool.send("a.jsonl", "\(line("a"))\n\(String(repeating: unit, count: 300))\n\(line("b"))")
            #expect(try spool.takeAll().updates == ["a", "b"])
            let kept = try #require(spool.content("rejected/a.jsonl"))
            #expect(kept == String(repeating: CPR.masked(unit), count: 300) + "\n")
            // Where no place to cut is safe, every digit goes.
            try spool.send("b.jsonl", String(repeating: number + "-", count: 20_000))
            try spool.takeAll()
            #expect(!CPR.found(in: try #require(spool.content("rejected/b.jsonl"))))
        }
    }

    @Test func aFileTooLargeIsKeptAsFarAsItIsAllowed() throws {
        try withSpool { spool in
            try spool.send("a.jsonl", "nonsense\n")
            #expect(truncate(spool.path("incoming/a.jsonl"), 64 * 1024 * 1024 + 4096) == 0)
            #expect(try spool.takeAll().updates.isEmpty)
            #expect(spool.names("incoming").isEmpty)
            var status = stat()
            #expect(stat(spool.path("rejected/a.jsonl"), &status) == 0)
            #expect((67_108_864...67_108_865).contains(status.st_size))
        }
    }

    @Test func reasonsAreBoundedAndLinesAreNot() throws {
        try withSpool { spool in
            try spool.send("a.jsonl", String(repeating: "{}\n", count: 12_000) + line("a"))
            #expect(try spool.takeAll(limit: 1000).updates == ["a"])
            let report = try report(spool, "rejected/a.jsonl.reason.json")
            #expect(report["count"] as? Int == 12_000)
            #expect((report["refused"] as? [Any])?.count == Refusals.detailed)
            #expect(spool.content("rejected/a.jsonl")?.utf8.count == 36_000)
            #expect(spool.content("done/2026-05-12/a.jsonl") == line("a") + "\n")
        }
    }
}
