/// What the dates around one requirement say, for rules that count local dates.
struct DateJudgement {
    var due: LocalDate
    /// The earliest day on which it was met.
    var met: LocalDate?
    /// The earliest day on which a lawful reason was registered.
    var excused: LocalDate?
    /// The first day on which its case or its thing had ended.
    var ended: LocalDate?
    /// Whether it is missing as soon as it is due, so that only an earlier end voids it.
    var atOnce = false

    /// The verdict of spec §4: what ended on or before its due date without having been met is void, whatever comes
    /// later; met and ended on one date is met.
    var verdict: Verdict {
        if let ended, atOnce ? ended < due : ended <= due, met.map({ $0 > ended }) ?? true { return .void }
        if let met, met <= due { return .met(at: .date(met)) }
        if let excused, excused <= due { return .excused }
        if let met { return .late(at: .date(met)) }
        return .open
    }

    /// From when on it is no longer pending.
    func missingFrom(in zone: Zone) -> Instant {
        zone.instant(of: atOnce ? due : due.adding(days: 1))
    }
}

/// The same for rules that count clock hours, where a date without a time leaves a day's doubt.
struct ClockJudgement {
    let limit: Int
    let start: CaseFile.Entry
    let met: [CaseFile.Entry]
    let excused: [CaseFile.Entry]
    let ended: [CaseFile.Entry]

    /// How dates are read: which end of its day each stands for.
    fileprivate struct Reading {
        let lateStart: Bool
        let earlyMet: Bool
        let earlyEnd: Bool
    }

    struct Outcome {
        let due: Instant
        let verdict: Verdict
        /// When it is due if every date stands for its later end.
        let latestDue: Instant
        let uncertain: Bool
        let metBy: UpdateID?
        let excusedBy: UpdateID?
        let endedBy: UpdateID?
        /// From here on a further start is a new requirement.
        let closed: Instant?
    }

    /// The verdict on the worse assumption (a start at 00:00, what met or ended it at 24:00), and whether a better
    /// one would give another (spec §4).
    func outcome() -> Outcome {
        let worst = Reading(lateStart: false, earlyMet: false, earlyEnd: false)
        let verdict = verdict(worst)
        let due = start.earliest.adding(hours: limit)
        let met = earliest(self.met, early: false, from: start.earliest)
        let ended = earliest(self.ended, early: false, from: start.earliest)
        var uncertain = false
        if verdict.kind != .met, hasDates {
            uncertain = Reading.better.contains { self.verdict($0).kind != verdict.kind }
        }
        let excuse = excused.first { $0.latest <= due }
        return Outcome(
            due: due, verdict: verdict, latestDue: start.latest.adding(hours: limit), uncertain: uncertain,
            metBy: [.met, .late].contains(verdict.kind) ? met?.entry.update.id : nil,
            excusedBy: excuse?.update.id, endedBy: verdict == .void ? ended?.entry.update.id : nil,
            closed: [met?.at, ended?.at].compactMap(\.self).min())
    }

    private var hasDates: Bool {
        start.earliest != start.latest || (met + ended + excused).contains { $0.earliest != $0.latest }
    }

    private func verdict(_ reading: Reading) -> Verdict {
        let from = reading.lateStart ? start.latest : start.earliest
        let due = from.adding(hours: limit)
        let met = earliest(met, early: reading.earlyMet, from: from)?.at
        let ended = earliest(ended, early: reading.earlyEnd, from: from)?.at
        if let ended, ended <= due, met.map({ $0 >= ended }) ?? true { return .void }
        if let met, met <= due { return .met(at: .instant(met)) }
        if earliest(excused, early: reading.earlyMet, from: from).map({ $0.at <= due }) ?? false { return .excused }
        if let met { return .late(at: .instant(met)) }
        return .open
    }

    /// The first of `entries` on this reading; what counts is never before the start.
    private func earliest(
        _ entries: [CaseFile.Entry], early: Bool, from: Instant
    ) -> (entry: CaseFile.Entry, at: Instant)? {
        entries.map { ($0, max(early ? $0.earliest : $0.latest, from)) }.min { $0.1 < $1.1 }
    }
}

extension ClockJudgement.Reading {
    /// Every reading in which at least one date stands for its better end.
    fileprivate static let better: [Self] = [false, true].flatMap { lateStart in
        [false, true].flatMap { earlyMet in
            [false, true].map { Self(lateStart: lateStart, earlyMet: earlyMet, earlyEnd: $0) }
        }
    }.filter { $0.lateStart || $0.earlyMet || $0.earlyEnd }
}
