package import Deadlines

/// How an export says how far it reaches.
package struct ReachMapping: Sendable {
    /// The case that stands for the source, `kilde/dubu`.
    package let caseID: CaseID
    /// A column that says it; of different cells the earliest counts.
    package let column: String?
    /// A file name with `{date}` where it stands.
    package let fileName: String?

    /// The date in the name of a file; nil when the name is not of this form.
    func date(in name: String) -> LocalDate? {
        guard let fileName, let place = fileName.firstRange(of: "{date}") else { return nil }
        let (before, after) = (fileName[..<place.lowerBound], fileName[place.upperBound...])
        guard name.count > before.count + after.count, name.hasPrefix(before), name.hasSuffix(after) else { return nil }
        let text = name.dropFirst(before.count).dropLast(after.count)
        if text.count == 8, text.allSatisfy(\.isNumber) {
            return LocalDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
        }
        return WrittenTime.date(text)
    }
}
