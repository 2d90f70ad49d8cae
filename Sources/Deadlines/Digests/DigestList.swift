/// The oldest of many requirements, without holding the others.
struct DigestList {
    private var kept: [DigestItem] = []

    mutating func add(_ item: DigestItem) {
        kept.append(item)
        if kept.count >= 8 * OverdueFigures.mostListed { kept = items }
    }

    /// By due date, then case, rule and ref.
    var items: [DigestItem] {
        Array(kept.sorted { $0.order < $1.order }.prefix(OverdueFigures.mostListed))
    }
}

extension DigestItem {
    fileprivate var order: (Instant, CaseID, RuleID, String) {
        let key = requirement.key
        return (requirement.missingFrom, key.caseID, key.rule, key.ref?.rawValue ?? "")
    }
}
