import Mustache

/// What the gaps of one text are filled with. What is nil is not there.
struct Filling<Name: Gap>: ExpressibleByDictionaryLiteral, MustacheParent {
    private var values: [(name: Name, value: any Fill)]

    init(dictionaryLiteral elements: (Name, (any Fill)?)...) {
        values = elements.compactMap { name, value in value.map { (name, $0) } }
    }

    /// These texts; what is nil is not there.
    init(_ texts: [Name: String?]) {
        values = texts.compactMap { name, text in text.map { (name, $0) } }
    }

    subscript(name: Name) -> (any Fill)? { values.first { $0.name == name }?.value }

    /// Both; of a name that both have, the first.
    static func + (first: Filling, second: Filling) -> Filling {
        var both = first
        both.values += second.values
        return both
    }

    func child(named name: String) -> Any? {
        let name = name.camelCased
        return values.first { $0.name.rawValue == name }?.value
    }
}

/// What can stand in a gap: a text, whether something is so, sections with gaps of their own, or several of them.
protocol Fill {}

extension String: Fill {}
extension Bool: Fill {}
extension Array: Fill where Element: Fill {}
extension Filling: Fill {}

extension String {
    /// `keptBefore` of `kept_before`.
    var camelCased: String {
        guard utf8.contains(UInt8(ascii: "_")) else { return self }
        let words = split(separator: "_")
        return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// `kept_before` of `keptBefore`.
    var snakeCased: String {
        guard utf8.contains(where: { 0x41...0x5A ~= $0 }) else { return self }
        return map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined()
    }
}
