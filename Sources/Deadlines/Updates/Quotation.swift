/// Input made fit to be quoted in a message: masked, short, on one line.
package enum Quotation {
    /// The most characters that are quoted.
    private static let longest = 80

    /// `text` without CPR-like digits and control characters, cut after 80 characters.
    package static func text(_ text: String) -> String {
        // The cut comes last: a number that the cut would halve must not escape the mask.
        let masked = printable(text)
        return masked.count <= longest ? masked : String(masked.prefix(longest)) + "…"
    }

    /// `text` without CPR-like digits and control characters, however long.
    package static func printable(_ text: String) -> String {
        String(CPR.masked(text).unicodeScalars.map { isPrintable($0) ? Character($0) : "\u{FFFD}" })
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: true
        }
    }

    /// Words as a person lists them: `a, b or c`.
    package static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
