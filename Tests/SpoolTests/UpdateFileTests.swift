import Deadlines
import Files
import Foundation
import Testing

@testable import Spool

@Suite struct UpdateFileTests {
    @Test func readsLinesWithWhateverEndsThem() throws {
        let text = "\u{FEFF}\(line("a"))\r\n\n  \t\r\n\(line("b"))\nnonsense\n\(line("c"))"
        let lines = try read(text, named: "a.jsonl")
        #expect(lines.map(\.number) == [1, 4, 5, 6])
        #expect(lines.map { (try? $0.result.get())?.id.rawValue } == ["a", "b", nil, "c"])
        #expect(String(decoding: lines[0].bytes, as: UTF8.self) == line("a"))
        #expect(try read("", named: "empty.jsonl").isEmpty)
        #expect(try read("\n\n", named: "blank.jsonl").isEmpty)
    }

    private func refusal(_ lines: [UpdateLine]) -> Refusal? {
        guard lines.count == 1, case .failure(let refusal) = lines[0].result else { return nil }
        return refusal
    }

    @Test func readsOneObjectOverSeveralLines() throws {
        let spread = line("a").replacingOccurrences(of: ", ", with: ",\r\n  ")
        let lines = try read(spread + "\n\n", named: "a.json")
        #expect(lines.map(\.number) == [1])
        #expect(try lines[0].result.get().id.rawValue == "a")
    }

    @Test func namesTheLineOfAnObjectThatIsWrong() throws {
        let spread = line("a", at: "2026-02-30").replacingOccurrences(of: ", ", with: ",\n")
        #expect(refusal(try read(spread, named: "a.json"))?.line == 4)
        let malformed = refusal(try read("{\"id\": \"a\",\n\"case\" 7}", named: "a.json"))
        #expect(malformed?.line == 2)
        #expect(malformed?.byte == 8)
    }

    @Test func anObjectFileHoldsExactlyOne() throws {
        #expect(refusal(try read(line("a") + "\n" + line("b"), named: "a.json")) != nil)
        #expect(refusal(try read("", named: "a.json")) != nil)
        let padded = line("a") + String(repeating: "\n", count: 200_000) + "7"
        #expect(refusal(try read(padded, named: "a.json")) != nil)
    }

    @Test func refusesALineOver64KiBAndGoesOnAfterIt() throws {
        let spaces = { (count: Int) in String(repeating: " ", count: count) }
        let fits = line("b") + spaces(65_536 - line("b").utf8.count)
        for length in [65_537, 65_538, 131_072, 131_073, 300_000] {
            let long = line("a") + spaces(length - line("a").utf8.count)
            let read = try read("\(long)\n\(fits)\r\n\(long)\n\(line("c"))", named: "a.jsonl")
            #expect(read.map(\.number) == [1, 2, 3, 4], "\(length)")
            #expect(read.map { (try? $0.result.get())?.id.rawValue } == [nil, "b", nil, "c"], "\(length)")
        }
    }

    @Test func refusesAFileOver64MiBWithoutReadingIt() throws {
        try withSpool { spool in
            let path = spool.path("large.jsonl")
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            #expect(truncate(path, 64 * 1024 * 1024 + 1) == 0)
            var file = try UpdateFile(path: path, reader: Fixture.reader)
            #expect(refusal(try file.next(10))?.wrong == "the file is over 64 MiB")
            #expect(try file.next(10).isEmpty)
        }
    }

    @Test func findsTheFilesOfADirectory() throws {
        try withSpool { spool in
            for name in ["b.jsonl", "a.json", "c.csv", ".d.json"] { try spool.send(name, "") }
            let directory = spool.path("incoming")
            let alone = spool.path("incoming/c.csv")
            #expect(
                try UpdateFile.paths([alone, directory]) == [alone, directory + "/a.json", directory + "/b.jsonl"])
            #expect(throws: FileError.self) { try UpdateFile.paths([spool.path("nothing")]) }
        }
    }

    private func read(_ text: String, named name: String) throws -> [UpdateLine] {
        try withSpool { spool in
            try spool.send(name, text)
            var file = try UpdateFile(path: spool.path("incoming/" + name), reader: Fixture.reader)
            var lines: [UpdateLine] = []
            while case let next = try file.next(2), !next.isEmpty { lines += next }
            return lines
        }
    }
}
