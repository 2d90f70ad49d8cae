import Deadlines

/// Why a text is no date, month or time.
enum DateForm {
    /// The refusal of `text`, which no reader of dates accepted.
    static func refusal(of text: String, field: String, right: String) -> Refusal {
        Refusal(field: field, value: text, wrong: wrong(with: text), right: "give \(right)")
    }

    private static func wrong(with text: String) -> String {
        let shape = String(text.map { $0.isASCII && $0.isNumber ? "0" : $0 })
        if shape == "0000-00-00" { return "there is no such day" }
        if shape.hasPrefix("0000-00-00T00:00") || shape.hasPrefix("0000-00-00t00:00") {
            if LocalDate(text.prefix(10)) == nil { return "there is no such day" }
            let hasOffset = text.last == "Z" || text.last == "z" || text.dropFirst(16).contains { "+-".contains($0) }
            return hasOffset ? "there is no such time" : "the time has no offset from UTC"
        }
        return shape == "0000-00" ? "there is no such month" : "it is not of the right form"
    }
}
