import Deadlines
import Import

/// What is kept of an export: the updates it came to, and the rows refused, of which only the columns that the mapping
/// speaks of. Names and numbers that nobody asked for are not kept.
struct ExportRemains: Sendable {
    let table: TableFile
    let mapping: Mapping
    let entries: [Conversion.Entry]
    let zone: Zone

    /// Writes the updates of rows that are not refused, as lines of input.
    func writeGood(_ refusals: Refusals, to writer: inout LineWriter) throws(SpoolError) {
        for entry in entries where !refusals.contains(entry.row) {
            try writer.append(Array((entry.update.inputLine(in: zone) + "\n").utf8))
        }
    }

    /// Writes the refused rows under their header, so that they can be corrected and sent again.
    func writeRefused(_ refusals: Refusals, to writer: inout LineWriter) throws(SpoolError) {
        let wanted = Set(mapping.columns)
        let columns = table.header.filter(wanted.contains)
        let positions = columns.compactMap { table.position(of: $0) }
        try writer.append(masked(mapping.format.record(of: columns)))
        for row in table.rows where refusals.contains(row.number) && !refusals.withholds(row.number) {
            switch row.cells {
            case .success(let cells): try writer.append(masked(mapping.format.record(of: positions.map { cells[$0] })))
            case .failure: try writer.append(masked(row.raw + Array("\r\n".utf8)))
            }
        }
    }

    private func masked(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBufferPointer { CPR.masked($0) }
    }
}
