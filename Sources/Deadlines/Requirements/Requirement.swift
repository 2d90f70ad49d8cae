/// One rule applied to one thing in one case: due at some time, and met or not.
package struct Requirement: Hashable, Sendable {
    /// What makes it this requirement and no other.
    package let key: RequirementKey
    /// Act and § in force on the date of the start.
    package let law: String
    /// What the limit rests on.
    package let grundlag: Grundlag
    /// Whom it tells, and when.
    package let ladder: LadderID
    /// When it is due: a date for date rules, an instant for hour rules.
    package let due: Moment
    /// What has been registered about it.
    package let verdict: Verdict
    /// From this instant on it is no longer pending.
    package let missingFrom: Instant
    /// From this instant on it is missing whatever time of its day a date stands for; not before `missingFrom`.
    package let certainFrom: Instant
    /// Whether a date without a time decides between this verdict and another one.
    package let verdictUncertain: Bool
    /// Whether it is missing as soon as it starts, as a prerequisite of a decision that was taken.
    package let atOnce: Bool
    /// Whether the decision it is about is only planned.
    package let planned: Bool
    /// Whether it is paused, so that nobody is reminded.
    package let paused: Bool
    /// Whether the data do not reach its due time, so that it may have been met without that being known.
    package private(set) var isUnconfirmed = false
    /// How many of the times asked for have been registered.
    package let progress: Int
    /// What a message about it says besides.
    package internal(set) var background: Background

    /// A requirement of these parts.
    package init(
        key: RequirementKey, law: String, grundlag: Grundlag, ladder: LadderID, due: Moment, verdict: Verdict,
        missingFrom: Instant, certainFrom: Instant, verdictUncertain: Bool, atOnce: Bool, planned: Bool,
        paused: Bool = false, progress: Int = 0, background: Background = Background()
    ) {
        self.key = key
        self.law = law
        self.grundlag = grundlag
        self.ladder = ladder
        self.due = due
        self.verdict = verdict
        self.missingFrom = missingFrom
        self.certainFrom = certainFrom
        self.verdictUncertain = verdictUncertain
        self.atOnce = atOnce
        self.planned = planned
        self.paused = paused
        self.progress = progress
        self.background = background
    }

    /// The status at `instant`, on the updates it was reckoned from.
    package func status(at instant: Instant) -> Status {
        switch verdict {
        case .met: .met
        case .late: .late
        case .void: .void
        case .excused: instant < missingFrom ? .pending : .excused
        case .open: instant < missingFrom || isUnconfirmed ? .pending : .missing
        }
    }

    /// Whether only the missing time of a date decides the status at `instant` (spec §4), or data that do not reach so far.
    package func isUncertain(at instant: Instant) -> Bool {
        verdictUncertain || (verdict == .open && missingFrom <= instant && (instant < certainFrom || isUnconfirmed))
    }

    /// The same on data that reach only so far: beyond, what is open stays pending after its due time, and uncertain (spec §5,
    /// batched sources).
    package func seen(within reach: FeedReach) -> Requirement {
        guard verdict == .open, !reach.confirms(self) else { return self }
        var seen = self
        seen.isUnconfirmed = true
        return seen
    }

    /// When it was met, where it was: a date for date rules, an instant for hour rules.
    package var metAt: Moment? {
        switch verdict {
        case .met(let at), .late(let at): at
        case .excused, .void, .open: nil
        }
    }
}

/// What makes a requirement the same one on every reckoning: (case, ref, rule, start).
package struct RequirementKey: Hashable, Sendable {
    /// The case.
    package let caseID: CaseID
    /// The thing inside the case; nil is one of its own.
    package let ref: Reference?
    /// The rule.
    package let rule: RuleID
    /// When it started: a date for date rules, an instant for hour rules.
    package let start: Moment

    /// A key of these parts.
    package init(caseID: CaseID, ref: Reference?, rule: RuleID, start: Moment) {
        self.caseID = caseID
        self.ref = ref
        self.rule = rule
        self.start = start
    }
}

/// What has been registered about a requirement, whatever the clock says.
package enum Verdict: Hashable, Sendable {
    /// Met on or before the due time.
    case met(at: Moment)
    /// Met after it, without a lawful reason.
    case late(at: Moment)
    /// Not met by the due time, with a lawful reason registered by then.
    case excused
    /// Ceased to apply before it was due.
    case void
    /// Nothing yet.
    case open

    /// A verdict without its time.
    package enum Kind: String, Sendable { case met, late, excused, void, open }

    /// Which of these it is.
    package var kind: Kind {
        switch self {
        case .met: .met
        case .late: .late
        case .excused: .excused
        case .void: .void
        case .open: .open
        }
    }
}

/// The status of a requirement at a moment (spec §4).
package enum Status: String, CaseIterable, Sendable {
    /// Not met, not yet due.
    case pending
    /// Met on or before the due time.
    case met
    /// Met after it, without a lawful reason.
    case late
    /// Due and not met.
    case missing
    /// Not met by the due time, with a lawful reason registered by then.
    case excused
    /// Ceased to apply before it was due.
    case void
}

extension Requirement {
    /// Whether it is missing, and doing now what is asked for would end it.
    package func isDoable(at moment: Instant) -> Bool {
        status(at: moment) == .missing && background.lapsed == nil
    }

    /// Whether it is missing, cannot be done any more, and a leader has looked at it and said so.
    package func isSettled(at moment: Instant) -> Bool {
        status(at: moment) == .missing && background.isSettled
    }

    /// Whether it is surely due and not met.
    package func isOverdue(at moment: Instant) -> Bool {
        status(at: moment) == .missing && !isUncertain(at: moment)
    }

    /// Whether it may be overdue, and only the missing time of a date leaves a doubt.
    package func mayBeOverdue(at moment: Instant) -> Bool {
        verdict == .open && isUncertain(at: moment)
    }
}
