import Deadlines

/// The first of many requirements, without holding the others.
struct DigestList {
    private let order: Order
    private var kept: [DigestItem] = []

    /// What comes first.
    enum Order {
        /// What is due first.
        case due
        /// Limits of hours in the statute, for they are about a child's safety, then others of the statute, then the rest, last what
        /// is a formality; of each what was due first.
        case mostSerious
        /// Limits of the statute, then the rest; of each what fell due last.
        case newest
    }

    init(order: Order = .due) { self.order = order }

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
        guard mine == other else { return order == .newest ? other > mine : mine > other }
        return left.name < right.name
    }

    private func rank(_ item: DigestItem) -> Int {
        let isStatute = item.requirement.grundlag == .lov
        return switch order {
        case .due: 0
        case .mostSerious: item.isFormality ? 3 : isStatute ? (item.requirement.due.isInstant ? 0 : 1) : 2
        case .newest: isStatute ? 0 : 1
        }
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
