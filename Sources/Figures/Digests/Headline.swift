package import Deadlines

/// What a leader should know first.
package enum Headline: Sendable {
    /// What is overdue and can still be done, by what the limits rest on, and what of it has come since the last digest, nil where
    /// there was none.
    case doable([Grundlag: Int], new: [Grundlag: Int]?)
    /// What a leader is to look at, for it cannot be done any more: what is new since the last digest, or all where there was none.
    case toSettle([Grundlag: Int], isFirst: Bool)
    /// To the committee what is overdue in open cases, or in all where the difference would be of few, and what has come since the
    /// last digest, nil where there was none.
    case overdue([Grundlag: Int], new: [Grundlag: Int]?)
    /// A limit of hours in the statute was missed.
    case missedHours(RuleFigures, Ratio)
    /// Cases that nobody holds.
    case unassigned(Int)
    /// Somebody holds more cases than there should be.
    case crowded(LoadFigures)
    /// The limit of the statute of which the smallest share was kept.
    case missed(RuleFigures, Ratio)
    /// Something is due soon: how many, and the first.
    case soon(Int, first: DigestItem?)
}

extension DigestFigures {
    /// The few things that need the reader, most pressing first; none when there is nothing.
    package var headlines: [Headline] {
        var found = overdueHeadlines
        let hours = missedHours
        found += hours.map { .missedHours($0, $1) }
        if let nobody = load.first(where: { $0.caseworker == nil && $0.cases > 0 }) {
            found.append(.unassigned(nobody.cases))
        }
        if let (rule, kept) = leastKept, !hours.contains(where: { $0.0.rule == rule.rule }) {
            found.append(.missed(rule, kept))
        }
        if let most = load.filter({ $0.excess > 0 }).max(by: { $0.excess < $1.excess }) { found.append(.crowded(most)) }
        if soon.count > 0, !recipient.isCommittee { found.append(.soon(soon.count, first: soon.items.first)) }
        return Array(found.prefix(4))
    }

    private var overdueHeadlines: [Headline] {
        func isSome(_ numbers: [Grundlag: Int]) -> Bool { numbers.contains { $0.value > 0 } }
        if recipient.isCommittee {
            let standing = overdue.open ?? overdue.byGrundlag
            return isSome(standing) ? [.overdue(standing, new: isFirst ? nil : overdue.newByGrundlag)] : []
        }
        let doable = overdue.byState.value?[.doable] ?? [:]
        return [
            isSome(doable) ? .doable(doable, new: isFirst ? nil : overdue.newDoable) : nil,
            isSome(overdue.newToSettle) ? .toSettle(overdue.newToSettle, isFirst: isFirst) : nil,
        ].compactMap(\.self)
    }

    /// The rules of the statute of which something was missed, as far as it may be told.
    private var missed: [(RuleFigures, Ratio)] {
        rules.compactMap { rule in
            guard rule.grundlag == .lov, let kept = rule.kept.value, kept.part < kept.whole else { return nil }
            return (rule, kept)
        }
    }

    /// A limit of hours is about a child's safety: to leaders each that was missed is told, however few.
    private var missedHours: [(RuleFigures, Ratio)] {
        recipient.isCommittee ? [] : missed.filter { $0.0.countsHours }
    }

    /// The smallest share of at least ``fewestJudged``; of fewer only where no rule has so many, and never of one alone.
    private var leastKept: (RuleFigures, Ratio)? {
        let many = rules.contains { $0.grundlag == .lov && ($0.kept.value?.whole ?? 0) >= Self.fewestJudged }
        let fewest = many ? Self.fewestJudged : 2
        return missed.filter { $0.1.whole >= fewest }.min { left, right in
            let (mine, other) = (left.1.part * right.1.whole, right.1.part * left.1.whole)
            return mine == other ? left.1.whole > right.1.whole : mine < other
        }
    }

    private static let fewestJudged = 5
}
