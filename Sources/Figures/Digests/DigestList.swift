import Deadlines

/// The first of many requirements, without holding the others.
struct DigestList {
    /// Whether limits of the statute come before all others, so that those cannot crowd them out.
    private let statuteFirst: Bool
    /// Whether what fell due last comes first.
    private let newestFirst: Bool
    private var kept: [DigestItem] = []

    init(statuteFirst: Bool = false, newestFirst: Bool = false) {
        self.statuteFirst = statuteFirst
        self.newestFirst = newestFirst
    }

    mutating func add(_ item: DigestItem) {
        kept.append(item)
        if kept.count >= 8 * OverdueFigures.mostListed { kept = items }
    }

    /// By due date in its direction, then case, rule and ref.
    var items: [DigestItem] {
        Array(kept.sorted { comesBefore($0, $1) }.prefix(OverdueFigures.mostListed))
    }

    private func comesBefore(_ left: DigestItem, _ right: DigestItem) -> Bool {
        guard rank(left) == rank(right) else { return rank(left) < rank(right) }
        let (mine, other) = (left.age, right.age)
        guard mine == other else { return newestFirst ? other > mine : mine > other }
        return left.name < right.name
    }

    private func rank(_ item: DigestItem) -> Int {
        statuteFirst && item.requirement.grundlag != .lov ? 1 : 0
    }
}

extension DigestItem {
    /// By the due date, as it is printed, and within a day by the instant.
    fileprivate var age: (days: Int, since: Int64) { (daysOver, -requirement.missingFrom.milliseconds) }

    fileprivate var name: (CaseID, RuleID, String) {
        let key = requirement.key
        return (key.caseID, key.rule, key.ref?.rawValue ?? "")
    }
}
