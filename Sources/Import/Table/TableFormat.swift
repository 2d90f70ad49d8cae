import Foundation
import SwiftCSV

/// How a case system writes its exports: what stands between the cells, and in which encoding.
package struct TableFormat: Hashable, Sendable {
    /// The encodings that exports come in.
    package enum Encoding: String, CaseIterable, Sendable {
        /// UTF-8, with or without a byte order mark.
        case utf8 = "utf-8"
        /// What older Windows programs write in Denmark.
        case windows1252 = "windows-1252"
    }

    /// The character between cells; ASCII.
    package let separator: Character
    /// The encoding.
    package let encoding: Encoding

    /// A format of these parts; nil where the separator is none of `;`, `,`, `|` and a tab.
    package init?(separator: String, encoding: Encoding) {
        guard let character = separator.first, separator.count == 1, TableFormat.separators.contains(character) else {
            return nil
        }
        self.separator = character
        self.encoding = encoding
    }

    /// What may stand between cells.
    static let separators: [Character] = [";", ",", "|", "\t"]

    /// The text of `bytes`, or nil where they are not of this encoding.
    func text(of bytes: ArraySlice<UInt8>) -> String? {
        switch encoding {
        case .utf8: String(validating: bytes, as: UTF8.self)
        case .windows1252: String(data: Data(bytes), encoding: .windowsCP1252)
        }
    }

    /// The bytes of `text`, which came from such a file.
    func bytes(of text: String) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .windows1252: Array(text.data(using: .windowsCP1252, allowLossyConversion: true) ?? Data())
        }
    }

    /// The cells of one record, the white space around each left out.
    ///
    /// - Throws: what SwiftCSV finds wrong with the quotation marks; `nil` is a record that is more than one line.
    func cells(of record: String) throws -> [String]? {
        // Without the line break it would leave out an empty last cell.
        let table = try CSV<Enumerated>(string: record + "\n", delimiter: .character(separator), loadColumns: false)
        guard table.rows.isEmpty else { return nil }
        return table.header.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    /// The record that `cells` make, with its line break, every cell in quotation marks that needs them.
    package func record(of cells: [String]) -> [UInt8] {
        let quoted = cells.map { cell in
            let isPlain = !cell.contains { $0 == "\"" || $0 == separator || $0.isNewline }
            return isPlain ? cell : "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        }
        return bytes(of: quoted.joined(separator: String(separator)) + "\r\n")
    }
}
