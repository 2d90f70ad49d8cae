import Deadlines

/// Why a line, or a whole file, was not taken in, in words that its producer can act on (spec §3).
///
/// Whatever is quoted is masked, shortened and free of control characters: a refusal may be printed, logged and kept.
package struct Refusal: Error, Hashable, Sendable {
    /// The line of the file, from 1; nil when the file as a whole is refused or the line stands alone.
    package internal(set) var line: Int?
    /// The row of an export, as a spreadsheet counts: its header is 1.
    package internal(set) var row: Int?
    /// The column of an export, by its name in the header.
    package internal(set) var column: String?
    /// The byte of the line, from 1, where malformed JSON stopped making sense.
    package internal(set) var byte: Int?
    /// The field, `case` or `data.formaal`; nil when no single field is at fault.
    package let field: String?
    /// What stood there, masked; nil when nothing did.
    package let value: String?
    /// What is wrong, a clause without its full stop.
    package let wrong: String
    /// What would be right, a clause without its full stop.
    package let right: String
    /// Whether the line is kept nowhere, not even among what was refused.
    package let isWithheld: Bool

    /// A refusal of `field` because of `value`; the texts are made fit to print here.
    ///
    /// - Parameters:
    ///   - line: the line of the file, from 1.
    ///   - field: the field at fault.
    ///   - value: what stood there, as it was.
    ///   - wrong: what is wrong, e.g. `this id already stands for other content`.
    ///   - right: what would be right, e.g. `give the update an id of its own`.
    ///   - isWithheld: whether the line must not be kept.
    package init(
        line: Int? = nil, field: String? = nil, value: String? = nil, wrong: String, right: String,
        isWithheld: Bool = false
    ) {
        self.isWithheld = isWithheld
        self.line = line
        self.field = field.map(Quotation.text)
        self.value = value.map(Quotation.text)
        self.wrong = CPR.masked(wrong)
        self.right = CPR.masked(right)
    }

    /// The same refusal, of line `number` of a file.
    package func at(line number: Int) -> Refusal {
        var refusal = self
        refusal.line = number
        return refusal
    }

    /// The same refusal, of row `number` of an export.
    func at(row number: Int) -> Refusal {
        var refusal = self
        refusal.row = number
        return refusal
    }

    /// The line or row, by which refusals of one file are kept apart.
    var position: Int? { line ?? row }
}

extension Refusal: CustomStringConvertible {
    /// One sentence: `Line 3, field at, "2026-02-30": there is no such day; write …`.
    package var description: String {
        var place: [String] = []
        if let line { place.append("line \(line)") }
        if let row { place.append("row \(row)") }
        if let column { place.append("column \(column)") }
        if let byte { place.append("byte \(byte)") }
        if let field { place.append("field \(field)") }
        if let value { place.append("\"\(value)\"") }
        let clause = place.isEmpty ? wrong : "\(place.joined(separator: ", ")): \(wrong)"
        return "\(clause.prefix(1).uppercased())\(clause.dropFirst()); \(right)."
    }
}
