/// What leaders have looked at: what is missing and cannot be done any more is settled once, by an update that names its rule and
/// exactly its `ref` (spec §4).
extension Reckoner {
    /// Whether one of the case's updates settles `requirement`, which is unmet: one of a day on which that had started, was missing,
    /// and could not be done any more.
    func isSettled(_ requirement: Requirement) -> Bool {
        guard let lapsed = requirement.background.lapsed, file.holds(anyOf: law.settling) else { return false }
        let zone = calendar.zone
        let first = max(lapsed, requirement.key.start.date(in: zone), zone.date(of: requirement.missingFrom))
        return file.entries(ofKinds: law.settling).contains { entry in
            entry.date >= first && entry.update.ref == requirement.key.ref
                && law.rule(namedBy: entry.update) == requirement.key.rule
        }
    }
}
