import Deadlines

/// An export as it was read: a header, and rows of as many cells.
package struct TableFile: Sendable {
    /// A row.
    package struct Row: Sendable {
        /// Its number as a spreadsheet counts, the header being 1.
        package let number: Int
        /// Its cells by column, or why it cannot be read.
        package let cells: Result<[String], TableRefusal>
    }

    /// The names of the columns.
    package let header: [String]
    /// The rows that say something, in order.
    package let rows: [Row]
    /// Whether it was read to its end; a quotation mark that is not closed swallows what follows.
    package let isComplete: Bool
    private let positions: [String: Int]

    /// Reads a file whole.
    ///
    /// - Throws: what makes it unreadable as a whole: no header, another encoding, a name that stands twice.
    package init(_ bytes: [UInt8], format: TableFormat) throws(TableRefusal) {
        try TableFile.refuseOtherEncoding(bytes, format)
        let records = Records(bytes)
        guard let first = records.ranges.first, !first.isEmpty else {
            throw TableRefusal(wrong: "the file has no header", right: "let its first row name the columns")
        }
        let header = try TableFile.cells(of: bytes[first], row: 1, format)
        positions = try TableFile.positions(of: header)
        self.header = header
        isComplete = records.isClosed
        var rows: [Row] = []
        var unreadable = 0
        for (index, range) in records.ranges.enumerated().dropFirst() {
            let isTorn = !records.isClosed && index == records.ranges.count - 1
            if let row = TableFile.row(index + 1, bytes[range], width: header.count, format, isTorn: isTorn) {
                rows.append(row)
                if case .failure(let refusal) = row.cells {
                    unreadable += 1
                    if unreadable > TableFile.mostUnreadable { throw TableFile.noTable(refusal) }
                }
            }
        }
        self.rows = rows
    }

    /// A file with more such rows is none that its mapping is for, and would fill memory and the report.
    private static let mostUnreadable = 1000

    private static func noTable(_ last: TableRefusal) -> TableRefusal {
        TableRefusal(
            wrong: "more than \(mostUnreadable) rows cannot be read, such as row \(last.row ?? 1): \(last.wrong)",
            right: "see that it is the export that the mapping is for, and \"separator\" and \"encoding\" there")
    }

    /// Where the column `name` stands; nil when the header has none.
    package func position(of name: String) -> Int? { positions[name] }

    private static func row(
        _ number: Int, _ bytes: ArraySlice<UInt8>, width: Int, _ format: TableFormat, isTorn: Bool
    ) -> Row? {
        if isTorn {
            let refusal = TableRefusal(
                row: number, wrong: "a quotation mark is opened here and never closed",
                right: "write a quotation mark inside a cell twice; nothing after it could be read")
            return Row(number: number, cells: .failure(refusal))
        }
        do throws(TableRefusal) {
            let cells = try TableFile.cells(of: bytes, row: number, format)
            if cells.allSatisfy(\.isEmpty) { return nil }
            guard cells.count == width else {
                throw TableRefusal(
                    row: number, wrong: "the row has \(cells.count) cells and the header \(width)",
                    right: "give each row as many cells as there are columns, in quotation marks where they hold a "
                        + "separator")
            }
            return Row(number: number, cells: .success(cells))
        } catch {
            return Row(number: number, cells: .failure(error))
        }
    }

    private static func cells(
        of bytes: ArraySlice<UInt8>, row: Int, _ format: TableFormat
    ) throws(TableRefusal) -> [String] {
        guard let text = format.text(of: bytes) else {
            throw TableRefusal(
                row: row, wrong: "it is not \(format.encoding.rawValue)",
                right: "let the mapping's key \"encoding\" say what the file is written in")
        }
        let cells: [String]?
        do { cells = try format.cells(of: text) } catch {
            throw TableRefusal(
                row: row, wrong: "a quotation mark stands in the middle of a cell",
                right: "put the whole cell in quotation marks and write those inside it twice")
        }
        guard let cells else {
            throw TableRefusal(
                row: row, wrong: "a line break stands in a cell without quotation marks",
                right: "put the cell in quotation marks")
        }
        return cells
    }

    private static func refuseOtherEncoding(_ bytes: [UInt8], _ format: TableFormat) throws(TableRefusal) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0) {
            throw TableRefusal(
                wrong: "the file is UTF-16 or holds a NUL byte", right: "export it as CSV in UTF-8 or Windows-1252")
        }
        if format.encoding == .windows1252, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw TableRefusal(
                wrong: "the file begins with the mark of UTF-8, and its mapping says \(format.encoding.rawValue)",
                right: "correct the mapping's key \"encoding\"")
        }
    }

    private static func positions(of header: [String]) throws(TableRefusal) -> [String: Int] {
        var positions: [String: Int] = [:]
        for (index, name) in header.enumerated() where !name.isEmpty {
            if CPR.found(in: name) {
                throw TableRefusal(
                    row: 1, column: name, wrong: "a CPR-like number stands in the name of a column",
                    right: "let the first row name the columns")
            }
            if positions.updateValue(index, forKey: name) != nil {
                throw TableRefusal(
                    row: 1, column: name, wrong: "two columns have this name", right: "give each a name of its own")
            }
        }
        return positions
    }
}
