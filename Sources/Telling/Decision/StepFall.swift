import Deadlines

/// When the steps of a ladder fall (spec §5).
extension NoticePlan {
    /// When a step falls; nil when that would be on or before the start's date. What is due some hours after its start
    /// can be overdue on that very date, and is told so.
    func fall(of time: StepTime, _ requirement: Requirement) -> Instant? {
        let zone = calendar.zone
        let start = requirement.key.start
        if time.isImmediate { return start.earliest(in: zone) }
        switch requirement.due {
        case .instant(let due):
            let falls = instant(of: time, start.earliest(in: zone), due, requirement.certainFrom)
            let isLate = time.stage != .reminder
            return isLate || zone.date(of: falls) > start.date(in: zone) ? falls : nil
        case .date(let due):
            let day = day(of: time, start.date(in: zone), due)
            return day > start.date(in: zone) ? office.opening(on: day) : nil
        }
    }

    /// Hour rules at their instant; once it is due, not before it is certain.
    private func instant(of time: StepTime, _ start: Instant, _ due: Instant, _ certain: Instant) -> Instant {
        switch time {
        case .atOnce, .missing, .excused: start
        case .noneSince(let limit): start.adding(hours: limit.hours)
        case .halfWay: Instant(milliseconds: (start.milliseconds + due.milliseconds) / 2)
        case .before(let limit): due.adding(hours: -limit.hours)
        case .overdue: max(due, certain)
        case .after(let limit): max(due.adding(hours: limit.hours), certain)
        }
    }

    /// Date rules on a day when the office opens: before the due date on or before the step's day, after it on or after.
    private func day(of time: StepTime, _ start: LocalDate, _ due: LocalDate) -> LocalDate {
        switch time {
        case .atOnce, .missing, .excused: start
        case .noneSince(let limit): office.lastDay(onOrBefore: calendar.date(start, plus: limit))
        case .halfWay: office.lastDay(onOrBefore: start.adding(days: start.days(until: due) / 2))
        case .before(let limit): office.lastDay(onOrBefore: calendar.date(due, plus: limit.reversed))
        case .overdue: office.firstDay(onOrAfter: due.adding(days: 1))
        case .after(let limit): office.firstDay(onOrAfter: calendar.date(due, plus: limit))
        }
    }
}

extension StepTime {
    /// Whether the step is taken as soon as it is registered.
    fileprivate var isImmediate: Bool {
        switch self {
        case .atOnce, .missing, .excused: true
        case .halfWay, .noneSince, .before, .overdue, .after: false
        }
    }
}

extension TimeLimit {
    /// Clock hours, where a day is 24 of them and a month 30 days: for the steps of hour rules, which are short.
    fileprivate var hours: Int {
        switch unit {
        case .hours: count
        case .days, .workingDays: 24 * count
        case .weeks: 168 * count
        case .months: 720 * count
        }
    }
}
