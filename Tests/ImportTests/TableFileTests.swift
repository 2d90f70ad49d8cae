import Foundation
import TestSupport
import Testing

@testable import Import

@Suite struct TableFileTests {
    private let format = TableFormat(separator: ";", encoding: .utf8)

    private func read(_ text: String) throws -> TableFile {
        try TableFile(Array(text.utf8), format: try #require(format))
    }

    private func outcomes(_ text: String) throws -> [String] {
        try read(text).rows.map { row in
            switch row.cells {
            case .success(let cells): "\(row.number) \(cells.joined(separator: "|"))"
            case .failure(let refusal): "\(refusal.row ?? 0) refused: \(refusal.wrong)"
            }
        }
    }

    @Test func `what is wrong with one row stays with that row, and rows are numbered as a spreadsheet does`() throws {
        let text = "A;B\n1;2\n\n;\n\"x\ny\";3\n4\n5;6;7\nab\"c\"d;8\n9;\n"
        #expect(
            try outcomes(text) == [
                "2 1|2", "5 x\ny|3", "6 refused: the row has 1 cells and the header 2",
                "7 refused: the row has 3 cells and the header 2",
                "8 refused: a quotation mark stands in the middle of a cell", "9 9|",
            ])
    }

    @Test func `a quotation mark that is never closed is told where it opens, and the file is not complete`() throws {
        let text = "A;B\n1;2\n3;\"x\n5;6\n"
        #expect(
            try outcomes(text) == ["2 1|2", "3 refused: a quotation mark is opened here and never closed"])
        #expect(try !read(text).isComplete)
        #expect(try read("A;B\n1;2").isComplete)
    }

    @Test func `the last cell may be empty where no line break follows`() throws {
        #expect(try outcomes("A;B\n1;") == ["2 1|"])
    }

    @Test func `a file that is something else is refused as a whole`() throws {
        let table = try #require(format)
        let wide = "A;B\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let latin = Array("Børn;B\n".data(using: .windowsCP1252) ?? Data())
        for bytes in [[], [0xFF, 0xFE] + wide, wide, latin, Array("A;A\n".utf8), Array("\n1;2\n".utf8)] {
            #expect(throws: TableRefusal.self) { try TableFile(bytes, format: table) }
        }
        let windows = try #require(TableFormat(separator: ";", encoding: .windows1252))
        #expect(try TableFile(latin, format: windows).header == ["Børn", "B"])
        #expect(throws: TableRefusal.self) { try TableFile([0xEF, 0xBB, 0xBF] + latin, format: windows) }
    }

    @Test func `a row of another encoding is refused alone`() throws {
        let bytes =
            Array("A;B\nx;y\n".utf8) + [0xF8, UInt8(ascii: ";"), 0xE5, UInt8(ascii: "\n")] + Array("1;2\n".utf8)
        let rows = try TableFile(bytes, format: try #require(format)).rows
        #expect(rows.map { (try? $0.cells.get()) != nil } == [true, false, true])
    }
}
