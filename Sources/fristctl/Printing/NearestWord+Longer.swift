import Deadlines

extension NearestWord {
    /// `; did you mean "x"?` for a word that is near, else the few that begin with what was written; or nothing.
    static func orLonger(_ word: String, in known: [String]) -> String {
        let hint = hint(word, in: known)
        guard hint.isEmpty, !word.isEmpty else { return hint }
        let longer = known.filter { $0.hasPrefix(word) }.sorted()
        guard !longer.isEmpty else { return "" }
        return "; so begins \(longer.prefix(3).joined(separator: ", "))\(longer.count > 3 ? " …" : "")"
    }
}
