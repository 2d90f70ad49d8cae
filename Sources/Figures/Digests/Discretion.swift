import Deadlines

/// A figure that may have to be left out because so few stand behind it that somebody could be recognised.
package enum Figure<Value: Sendable>: Sendable {
    /// The figure.
    case shown(Value)
    /// Left out.
    case hidden

    /// The figure; nil where it is left out.
    package var value: Value? {
        if case .shown(let value) = self { value } else { nil }
    }
}

extension Figure: Equatable where Value: Equatable {}

/// What a digest for people outside the administration leaves out of a breakdown (spec §6).
enum Discretion {
    /// A breakdown with fewer than this many under the line is left out.
    static let fewest = 5

    /// Which of the numbers under the lines of one breakdown stay hidden: those under ``fewest``, and the smallest of the
    /// others until the hidden ones are ``fewest`` together. So at least two are hidden, and none can be had by taking what
    /// is shown from the total.
    static func hidden(_ under: [Int]) -> Set<Int> {
        var hidden = Set(under.indices.filter { under[$0] < fewest })
        guard !hidden.isEmpty else { return [] }
        var others = under.indices.filter { !hidden.contains($0) }.sorted { under[$0] > under[$1] }
        while hidden.reduce(0, { $0 + under[$1] }) < fewest, let next = others.popLast() {
            hidden.insert(next)
        }
        return hidden
    }

    /// A number that belongs to no breakdown, as it may be shown.
    static func alone<Value>(_ value: Value, under: (Value) -> Int, isOpen: Bool) -> Figure<Value> {
        isOpen || under(value) >= fewest ? .shown(value) : .hidden
    }

    /// All parts of a share together, as they may be shown: of few it would be the part of each. That there is none is
    /// shown.
    static func total(_ ratio: Ratio, isOpen: Bool) -> Figure<Ratio> {
        ratio.whole == 0 ? .shown(ratio) : alone(ratio, under: \.whole, isOpen: isOpen)
    }

    /// The parts of numbers that are shown, as they may be shown: none of them may be few.
    static func split<Part: Hashable>(_ parts: [Part: [Grundlag: Int]], isOpen: Bool) -> Figure<[Part: [Grundlag: Int]]>
    {
        let isFew = parts.values.flatMap(\.values).contains { (1..<fewest).contains($0) }
        return isOpen || !isFew ? .shown(parts) : .hidden
    }

    /// The breakdown as it may be shown; with `isOpen` all of it.
    static func figures<Value>(_ values: [Value], under: (Value) -> Int, isOpen: Bool) -> [Figure<Value>] {
        let hidden = isOpen ? [] : hidden(values.map(under))
        return values.indices.map { hidden.contains($0) ? .hidden : .shown(values[$0]) }
    }
}
