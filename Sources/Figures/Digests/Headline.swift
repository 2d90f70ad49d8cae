package import Deadlines

/// What a leader should know first.
package enum Headline: Sendable {
    /// What is overdue in open cases, by what the limits rest on, and what of it has come since the last digest, nil where
    /// there was none; each in all cases where the difference would tell the committee of few.
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
    /// The two or three things that need the reader, most pressing first; none when there is nothing.
    package var headlines: [Headline] {
        var found: [Headline] = []
        if let headline = overdueHeadline { found.append(headline) }
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
        return Array(found.prefix(3))
    }

    private var overdueHeadline: Headline? {
        let standing = overdue.open ?? overdue.byGrundlag
        guard standing.contains(where: { $0.value > 0 }) else { return nil }
        return .overdue(standing, new: isFirst ? nil : overdue.newOpen.value ?? overdue.newByGrundlag)
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
