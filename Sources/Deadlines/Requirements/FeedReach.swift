/// How far the data are known to reach at one moment.
package enum FeedReach: Hashable, Sendable {
    /// Updates come as things happen: up to now.
    case live
    /// Updates come in batches, and no source has said more than this; nil when none has said anything.
    case batched(until: Instant?)

    /// Whether that `requirement` is not met would be known if it were: hour rules alone wait for the data, for by the end
    /// of a due date a batch that is late is late.
    package func confirms(_ requirement: Requirement) -> Bool {
        guard case .instant(let due) = requirement.due else { return true }
        return covers(due)
    }

    /// Whether the data have passed the moment from which `requirement` is overdue whatever time of its day a date stands
    /// for: until then the steps at and after the due instant wait.
    package func settles(_ requirement: Requirement) -> Bool {
        !requirement.due.isInstant || covers(requirement.certainFrom)
    }

    /// Whether what happened by `instant` would be known.
    private func covers(_ instant: Instant) -> Bool {
        switch self {
        case .live: true
        case .batched(let reach): reach.map { instant <= $0 } ?? false
        }
    }
}

/// What the sources of a batched feed have said over time of how far they reach.
package struct FeedReaches: Sendable {
    private let sources: [(caseID: CaseID, updates: [RegisteredUpdate])]
    private let law: Law
    private let zone: Zone

    /// What these cases say; of cases that stand for no source nothing.
    package init(_ cases: [CaseID: [RegisteredUpdate]], under law: Law, zone: Zone) {
        let reaching = law.reaching
        sources = cases.filter { $0.value.contains { reaching.contains($0.update.event) } }.map { ($0.key, $0.value) }
        self.law = law
        self.zone = zone
    }

    /// The reach known at `moment`: that of the source that is furthest behind.
    package func reach(at moment: Instant) -> FeedReach {
        .batched(
            until: sources.compactMap { caseID, updates in
                let known = updates.filter { $0.received <= moment }.map(\.update)
                return CaseFile(caseID, updates: known, law: law, zone: zone, at: moment).reach(under: law)
            }.min())
    }

    /// When it is next heard of after `moment`.
    package func next(after moment: Instant) -> Instant? {
        sources.flatMap(\.updates).map { max($0.received, $0.update.at.earliest(in: zone)) }.filter { $0 > moment }
            .min()
    }
}
