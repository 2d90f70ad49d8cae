package import Deadlines

/// Counts of what was met and missed in a period, as reviewers count (spec §8).
package struct Compliance: Sendable {
    /// What a row is about.
    package struct Group: Hashable, Sendable {
        /// The rule.
        package let rule: RuleID
        /// What its limits rest on; counts are kept apart by it.
        package let grundlag: Grundlag
        /// The team or the caseworker or both, where it is asked for by them.
        package let holder: Holder?
    }

    /// The counts of one group. A requirement is in one column, an uncertain one only in `uncertain`.
    package struct Counts: Sendable, Equatable {
        /// By status; `void` is not counted.
        package fileprivate(set) var byStatus: [Status: Int] = [:]
        /// Those whose status only the missing time of a date decides.
        package fileprivate(set) var uncertain = 0
        /// What stood unmet at the period's end, whatever its due date.
        package fileprivate(set) var overdueAtEnd = 0
        /// Act and § of all that is counted here.
        package fileprivate(set) var laws: Set<String> = []
        /// Whether limits of hours are among them.
        package fileprivate(set) var countsHours = false

        /// Nothing counted.
        package init() {}

        /// Adds what is counted elsewhere.
        package mutating func add(_ other: Counts) {
            byStatus.merge(other.byStatus, uniquingKeysWith: +)
            uncertain += other.uncertain
            overdueAtEnd += other.overdueAtEnd
            laws.formUnion(other.laws)
            countsHours = countsHours || other.countsHours
        }

        /// How many have this status.
        package func count(_ status: Status) -> Int { byStatus[status] ?? 0 }

        /// How many were met, late or missing.
        package var judged: Int { count(.met) + count(.late) + count(.missing) }

        /// Met, of those judged, in percent; nil when there are none.
        package var percent: Double? { kept.percent }

        /// Met in time, of those judged.
        var kept: Ratio { Ratio(count(.met), of: judged) }

        fileprivate mutating func cite(_ requirement: Requirement) {
            laws.insert(requirement.law)
            if case .instant = requirement.due { countsHours = true }
        }
    }

    /// The counts by group.
    package private(set) var groups: [Group: Counts] = [:]
    private let period: Period
    private let unjudged: Set<RuleID>

    /// No counts yet, of what is due in `period`; of rules that are never met only what stood unmet at the
    /// end is counted.
    package init(period: Period, unjudged: Set<RuleID> = []) {
        self.period = period
        self.unjudged = unjudged
    }

    /// Counts a requirement that is due in the period, with its status at `moment`.
    package mutating func count(_ requirement: Requirement, holder: Holder?, at moment: Instant, in zone: Zone) {
        guard judges(requirement, in: zone) else { return }
        let status = requirement.status(at: moment)
        guard status != .void || requirement.isUncertain(at: moment) else { return }
        let group = Group(rule: requirement.key.rule, grundlag: requirement.grundlag, holder: holder)
        groups[group, default: Counts()].cite(requirement)
        if requirement.isUncertain(at: moment) {
            groups[group, default: Counts()].uncertain += 1
        } else {
            groups[group, default: Counts()].byStatus[status, default: 0] += 1
        }
    }

    /// Whether a requirement is counted here as one that was not met in time.
    func misses(_ requirement: Requirement, at moment: Instant, in zone: Zone) -> Bool {
        guard judges(requirement, in: zone), !requirement.isUncertain(at: moment) else { return false }
        let status = requirement.status(at: moment)
        return status == .late || status == .missing
    }

    private func judges(_ requirement: Requirement, in zone: Zone) -> Bool {
        period.contains(requirement.due.date(in: zone)) && !unjudged.contains(requirement.key.rule)
    }

    /// Counts a requirement as it stood at the period's end, on the updates known then, when it was overdue.
    package mutating func countAtEnd(_ requirement: Requirement, holder: Holder?, end: PeriodEnd, in zone: Zone) {
        guard requirement.stoodUnmet(at: end, in: zone) else { return }
        let group = Group(rule: requirement.key.rule, grundlag: requirement.grundlag, holder: holder)
        groups[group, default: Counts()].cite(requirement)
        groups[group, default: Counts()].overdueAtEnd += 1
    }
}
