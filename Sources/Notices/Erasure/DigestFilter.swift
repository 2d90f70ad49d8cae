import Deadlines
import Foundation

/// A digest: its figures without what is about such a case, and of its other forms no line that names one.
struct DigestFilter: LineFilter {
    let cases: ErasedCases
    private(set) var hasErased = false

    init(_ cases: ErasedCases) { self.cases = cases }

    mutating func take(_ line: [UInt8]) -> [UInt8] {
        guard let figures = try? JSONSerialization.jsonObject(with: Data(line)) else {
            let isNamed = cases.areNamed(in: line)
            hasErased = hasErased || isNamed
            return isNamed ? [] : line
        }
        guard let rest = without(figures), hasErased,
            let text = try? JSONSerialization.data(
                withJSONObject: rest, options: [.sortedKeys, .withoutEscapingSlashes])
        else { return line }
        return Array(text) + [UInt8(ascii: "\n")]
    }

    /// The value without objects about such a case, and with none where one is only named.
    private mutating func without(_ value: Any) -> Any? {
        if let list = value as? [Any] { return list.compactMap { without($0) } }
        guard let object = value as? [String: Any] else { return value }
        guard !isErased(object["case"]) else { return nil }
        return Dictionary(
            uniqueKeysWithValues: object.map { name, value in
                (name, name.hasSuffix("_case") && isErased(value) ? NSNull() : without(value) ?? NSNull())
            })
    }

    private mutating func isErased(_ value: Any?) -> Bool {
        guard let text = value as? String, cases.references.contains(CaseID(rawValue: text)) else { return false }
        hasErased = true
        return true
    }
}
