/// The first of many requirements, without holding the others.
struct DigestList {
    /// Whether limits of the statute come before all others, so that those cannot crowd them out.
    private let statuteFirst: Bool
    private var kept: [DigestItem] = []

    init(statuteFirst: Bool = false) {
        self.statuteFirst = statuteFirst
    }

    mutating func add(_ item: DigestItem) {
        kept.append(item)
        if kept.count >= 8 * OverdueFigures.mostListed { kept = items }
    }

    /// By due date, then case, rule and ref.
    var items: [DigestItem] {
        Array(kept.sorted { comesBefore($0, $1) }.prefix(OverdueFigures.mostListed))
    }

    private func comesBefore(_ left: DigestItem, _ right: DigestItem) -> Bool {
        rank(left) == rank(right) ? left.order < right.order : rank(left) < rank(right)
    }

    private func rank(_ item: DigestItem) -> Int {
        statuteFirst && item.requirement.grundlag != .lov ? 1 : 0
    }
}

extension DigestItem {
    fileprivate var order: (Instant, CaseID, RuleID, String) {
        let key = requirement.key
        return (requirement.missingFrom, key.caseID, key.rule, key.ref?.rawValue ?? "")
    }
}
