package import Deadlines
import Files
import Glibc
package import Import

/// Reads exports of case systems by a mapping, each update as the spool reads a line.
package struct ExportReader {
    /// The largest export read, in bytes: read whole, one takes about a hundred times as much memory while it is compared.
    static let largest = 16 << 20

    private let mapping: Mapping
    private let reader: UpdateReader
    private let vocabulary: Vocabulary

    /// A reader of exports that `mapping` is for.
    package init(_ mapping: Mapping, reader: UpdateReader, vocabulary: Vocabulary) {
        self.mapping = mapping
        self.reader = reader
        self.vocabulary = vocabulary
    }

    /// What an export comes to.
    ///
    /// - Parameters:
    ///   - bytes: the export.
    ///   - name: its file's name without the directory.
    ///   - reaches: how far it reaches, whatever it says itself.
    ///   - clock: the daemon's clock.
    ///   - earlier: what the store has of this mapping.
    ///   - converted: called after each row with how many are done, and how many there are.
    /// - Throws: why the export is refused as a whole.
    package func read(
        _ bytes: [UInt8], named name: String, reaches: Instant? = nil, clock: WallTime, earlier: EarlierUpdates,
        converted: (_ rows: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(Refusal) -> (table: TableFile, conversion: Conversion) {
        let converter = Converter(mapping, vocabulary: vocabulary, zone: clock.zone) { line in
            line.withUnsafeBufferPointer { reader.result(of: $0, clock: clock) }.mapError {
                TableRefusal(field: $0.field, value: $0.value, wrong: $0.wrong, right: $0.right)
            }
        }
        do throws(TableRefusal) {
            let table = try TableFile(bytes, format: mapping.format)
            let conversion = try converter.convert(
                table, fileName: name, reaches: reaches, now: clock.now, earlier: earlier,
                converted: converted)
            return (table, conversion)
        } catch {
            throw Refusal(error)
        }
    }

    /// All bytes of the export at `path`.
    ///
    /// - Throws: when it cannot be read or is over 16 MiB.
    package static func bytes(of path: String) throws -> [UInt8] {
        let file = try OpenFile(path)
        guard try file.status().st_size <= largest else { throw Refusal.exportTooLarge }
        return try file.bytes(atMost: largest)
    }
}

extension Refusal {
    /// The refusal of a row, or of an export as a whole, made fit to print.
    package init(_ refusal: TableRefusal) {
        self.init(value: refusal.value, wrong: refusal.wrong, right: refusal.right)
        row = refusal.row
        column = refusal.column.map(Quotation.text)
    }

    /// The same refusal, of an export as a whole.
    var ofWhole: Refusal {
        var refusal = self
        refusal.row = nil
        return refusal
    }
}
