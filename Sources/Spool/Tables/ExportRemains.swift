import Deadlines
import Files
import Import

/// What is kept of an export: the updates it came to, and the rows refused, of which only the columns that the mapping
/// speaks of. Names and numbers that nobody asked for are not kept, and so nothing of a row that cannot be divided into cells.
struct ExportRemains: Sendable {
    let table: TableFile
    let mapping: Mapping
    let entries: [Conversion.Entry]
    let zone: Zone

    /// Writes the updates of rows that are not refused, as lines of input.
    func writeGood(_ refusals: Refusals, to writer: inout LineWriter) throws(FileError) {
        for entry in entries where !refusals.contains(entry.row) {
            try writer.append(Array((entry.update.inputLine(in: zone) + "\n").utf8))
        }
    }

    /// The columns of the export that the mapping speaks of.
    private var columns: [String] {
        let wanted = Set(mapping.columns)
        return table.header.filter(wanted.contains)
    }

    /// Whether its first row is a header that the mapping knows something of.
    var hasHeader: Bool { !columns.isEmpty }

    /// The rows of which nothing can be kept.
    var undivided: Set<Int> {
        Set(table.rows.filter { if case .failure = $0.cells { true } else { false } }.map(\.number))
    }

    /// Writes the refused rows under their header, so that they can be corrected and sent again.
    func writeRefused(_ refusals: Refusals, to writer: inout LineWriter) throws(FileError) {
        let columns = columns
        let positions = columns.compactMap { table.position(of: $0) }
        try writer.append(masked(mapping.format.record(of: columns)))
        for row in table.rows where refusals.contains(row.number) && !refusals.withholds(row.number) {
            guard case .success(let cells) = row.cells else { continue }
            try writer.append(masked(mapping.format.record(of: positions.map { cells[$0] })))
        }
    }

    private func masked(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBufferPointer { CPR.masked($0) }
    }
}
