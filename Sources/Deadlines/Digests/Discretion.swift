/// A figure that may have to be left out because so few stand behind it that somebody could be recognised.
public enum Figure<Value: Sendable>: Sendable {
    /// The figure.
    case shown(Value)
    /// Left out.
    case hidden

    /// The figure; nil where it is left out.
    public var value: Value? {
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
    ///
    /// - Parameter unlisted: what is in the total and in no line of the breakdown: hidden as well, so to speak.
    static func hidden(_ under: [Int], unlisted: Int = 0) -> Set<Int> {
        var hidden = Set(under.indices.filter { under[$0] < fewest })
        let beside = unlisted == 0 ? [] : [unlisted]
        guard !hidden.isEmpty || !beside.isEmpty else { return [] }
        var others = under.indices.filter { !hidden.contains($0) }.sorted { under[$0] > under[$1] }
        while isTelling(beside + hidden.map { under[$0] }), let next = others.popLast() {
            hidden.insert(next)
        }
        return hidden
    }

    /// Whether the sum of numbers that are hidden tells of them: it is few, or so large that each must be the largest
    /// that is hidden for itself.
    private static func isTelling(_ hidden: [Int]) -> Bool {
        let sum = hidden.reduce(0, +)
        return sum < fewest || (sum == (fewest - 1) * hidden.count && hidden.allSatisfy { $0 < fewest })
    }

    /// Whether a number is few; that there is none is told.
    static func isFew(_ number: Int) -> Bool { (1..<fewest).contains(number) }

    /// A number that belongs to no breakdown, as it may be shown.
    static func alone<Value>(_ value: Value, under: (Value) -> Int, isOpen: Bool) -> Figure<Value> {
        isOpen || under(value) >= fewest ? .shown(value) : .hidden
    }

    /// All lines of a breakdown together, as they may be shown: neither of few, nor where it tells what a hidden line
    /// says. That there is none is shown.
    ///
    /// - Parameter lines: what is under each line.
    static func total<Value>(_ value: Value, of lines: [Int], under: (Value) -> Int, isOpen: Bool) -> Figure<Value> {
        let all = under(value)
        guard !isOpen, all > 0 else { return .shown(value) }
        let hidden = hidden(lines).map { lines[$0] }
        return isFew(all) || !hidden.isEmpty && isTelling(hidden) ? .hidden : .shown(value)
    }

    /// Numbers by what the limits rest on, without those that are few; these by name.
    static func told(_ numbers: [Grundlag: Int], isOpen: Bool) -> (shown: [Grundlag: Int], hidden: Set<Grundlag>) {
        guard !isOpen else { return (numbers, []) }
        return (numbers.filter { !isFew($0.value) }, Set(numbers.filter { isFew($0.value) }.keys))
    }

    /// What is split off from numbers that are shown, as it may be shown: neither it nor what is left may be few.
    static func split(_ parts: [Grundlag: Int], of wholes: [Grundlag: Int], isOpen: Bool) -> Figure<[Grundlag: Int]> {
        let hasFew = wholes.contains { grundlag, whole in
            let part = parts[grundlag] ?? 0
            return isFew(part) || isFew(whole - part)
        }
        return isOpen || !hasFew ? .shown(parts) : .hidden
    }

    /// The breakdown as it may be shown; with `isOpen` all of it.
    static func figures<Value>(
        _ values: [Value], under: (Value) -> Int, unlisted: Int = 0, isOpen: Bool
    ) -> [Figure<Value>] {
        let hidden = isOpen ? [] : hidden(values.map(under), unlisted: unlisted)
        return values.indices.map { hidden.contains($0) ? .hidden : .shown(values[$0]) }
    }
}
