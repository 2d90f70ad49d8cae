import Foundation
import TestSupport
import Testing

@testable import Import

/// Tables written by Python's csv module, read back.
@Suite struct TableProperties {
    private static let writer = """
        import base64, csv, io, json, sys
        for line in sys.stdin.read().splitlines():
            table = json.loads(line)
            text = io.StringIO(newline="")
            quoting = csv.QUOTE_ALL if table["all"] else csv.QUOTE_MINIMAL
            csv.writer(text, delimiter=table["separator"], lineterminator=table["end"], quoting=quoting).writerows(
                table["rows"])
            print(base64.b64encode(text.getvalue().encode(table["encoding"])).decode())
        """

    private struct Written: Encodable {
        let rows: [[String]]
        let separator: String
        let end: String
        let encoding: String
        let all: Bool
    }

    @Test func `what another program writes is read as it was`() throws {
        var seed = Seed(for: #function)
        let tables = (0..<400).map { _ in Self.table(&seed) }
        let lines = try tables.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        let answers = try PythonProgram.lines(of: Self.writer, input: Data(lines.joined(separator: "\n").utf8))
        try #require(answers.count == tables.count)
        for (table, answer) in zip(tables, answers) {
            let bytes = Array(try #require(Data(base64Encoded: answer)))
            let encoding: TableFormat.Encoding = table.encoding == "cp1252" ? .windows1252 : .utf8
            let format = try #require(TableFormat(separator: table.separator, encoding: encoding))
            let file = try TableFile(bytes, format: format)
            #expect(file.header == table.rows[0] && file.isComplete)
            // A row that says nothing is passed over.
            let told = table.rows.enumerated().dropFirst().filter { !$0.element.allSatisfy(\.isEmpty) }
            #expect(file.rows.map(\.number) == told.map { $0.offset + 1 }, "\(seed.advice)")
            #expect(try file.rows.map { try $0.cells.get() } == told.map(\.element), "\(seed.advice)")
            for (number, cells) in told { Self.expectSame(cells, format, number) }
        }
    }

    /// What is kept of a row reads as the row.
    private static func expectSame(_ cells: [String], _ format: TableFormat, _ number: Int) {
        let header = format.record(of: cells.indices.map { "c\($0)" })
        let kept = try? TableFile(header + format.record(of: cells), format: format)
        #expect((try? kept?.rows.first?.cells.get()) == cells, "row \(number)")
    }

    private static func table(_ seed: inout Seed) -> Written {
        let encoding = seed.one(of: ["utf-8", "utf-8-sig", "cp1252"])
        let width = Int.random(in: 1...6, using: &seed)
        let header = (0..<width).map { "\(seed.one(of: ["Sagsnr", "Dato", "Børn", "K;1", "Å \"x\""])) \($0)" }
        let rows = (0..<Int.random(in: 0...12, using: &seed)).map { _ in
            (0..<width).map { _ in cell(&seed, isUnicode: encoding != "cp1252") }
        }
        return Written(
            rows: [header] + rows, separator: seed.one(of: [";", ",", "\t", "|"]), end: seed.one(of: ["\r\n", "\n"]),
            encoding: encoding, all: seed.once(in: 3))
    }

    /// White space around a cell means nothing, so none is written.
    private static func cell(_ seed: inout Seed, isUnicode: Bool) -> String {
        let pieces =
            [
                "a", "Æ", "ø", "å", "é", "€", "–", ";", ",", "|", "\t", "\"", "\"\"", " ", "\n", "\r\n", "12", "-",
                "\\", "'",
            ]
            + (isUnicode ? ["ż", "日", "👩‍👧", "e\u{301}"] : [])
        let text = (0..<Int.random(in: 0...6, using: &seed)).map { _ in seed.one(of: pieces) }.joined()
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
