/// What a change of the rules does to one open requirement.
package struct RuleChange: Hashable, Sendable {
    /// Which requirement.
    package let key: RequirementKey
    /// When it was due; nil where it was not asked for.
    package let before: Moment?
    /// When it is due now; nil where it is no longer asked for.
    package let after: Moment?

    /// A change of these parts.
    package init(key: RequirementKey, before: Moment?, after: Moment?) {
        self.key = key
        self.before = before
        self.after = after
    }

    /// The changes between two reckonings of the same cases, by case, then rule. Requirements that were open before and
    /// after count, and those that are open only on one side.
    package static func moves(
        from before: [Requirement], to after: [Requirement], at moment: Instant
    ) -> [RuleChange] {
        let old = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = Set(old.keys).union(new.keys)
        return keys.compactMap { key in
            let (old, new) = (old[key], new[key])
            guard isOpen(old, moment) || isOpen(new, moment), old?.due != new?.due else { return nil }
            return RuleChange(key: key, before: old?.due, after: new?.due)
        }.sorted { $0.key.order < $1.key.order }
    }

    private static func isOpen(_ requirement: Requirement?, _ moment: Instant) -> Bool {
        guard let status = requirement?.status(at: moment) else { return false }
        return status == .pending || status == .missing
    }
}

extension RequirementKey {
    fileprivate var order: (CaseID, RuleID, String, Int64) { (caseID, rule, ref?.rawValue ?? "", start.order) }
}
