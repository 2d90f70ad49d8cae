/// What a leader should know first.
public enum Headline: Sendable {
    /// Limits of the statute are overdue: how many, and the oldest where cases may be named.
    case overdue(Int, oldest: DigestItem?)
    /// Other limits are overdue.
    case overdueOther(Int, oldest: DigestItem?)
    /// Cases that nobody holds.
    case unassigned(Int)
    /// Somebody holds more cases than there should be.
    case crowded(LoadFigures)
    /// A limit of the statute was missed most often.
    case missed(RuleFigures, Ratio)
    /// Something is due soon: how many, and the first.
    case soon(Int, first: DigestItem?)
}

extension DigestFigures {
    /// The two or three things that need the reader, most pressing first; none when there is nothing.
    public var headlines: [Headline] {
        let lov = overdue.byGrundlag[.lov] ?? 0
        var found: [Headline] = []
        if lov > 0 {
            found.append(.overdue(lov, oldest: overdue.oldest.first { $0.requirement.grundlag == .lov }))
        } else if overdue.now > 0 {
            found.append(.overdueOther(overdue.now, oldest: overdue.oldest.first))
        }
        if let nobody = load.first(where: { $0.caseworker == nil && $0.cases > 0 }) {
            found.append(.unassigned(nobody.cases))
        }
        if let most = load.filter({ $0.excess > 0 }).max(by: { $0.excess < $1.excess }) { found.append(.crowded(most)) }
        if let (rule, kept) = mostMissed { found.append(.missed(rule, kept)) }
        if soon.count > 0, !recipient.isCommittee { found.append(.soon(soon.count, first: soon.items.first)) }
        return Array(found.prefix(3))
    }

    private var mostMissed: (RuleFigures, Ratio)? {
        rules.compactMap { rule in
            guard rule.grundlag == .lov, let kept = rule.kept.value, kept.part < kept.whole else { return nil }
            return (rule, kept)
        }.max { $0.1.whole - $0.1.part < $1.1.whole - $1.1.part }
    }
}
