import Deadlines

/// One case as it happens, event by event, until it is closed or the last day is past.
struct CaseCourse {
    let opened: LocalDate
    /// The day the child turns eighteen.
    let fylder18: LocalDate
    /// The child's first birthday; before it no conversation is held.
    let firstBirthday: LocalDate
    private(set) var events:
        [(event: Haendelse, at: Moment, ref: String?, data: [String: FieldValue], received: Instant)] =
            []
    var chance: Chance
    let calendar: WorkCalendar
    let lastDay: LocalDate
    private let registration: Registration
    private var counts: [String: Int] = [:]

    /// A case that is opened on a day about a child of an age that fits what becomes of it.
    init(opened: LocalDate, lastDay: LocalDate, calendar: WorkCalendar, chance: Chance) {
        self.opened = opened
        self.lastDay = lastDay
        self.calendar = calendar
        self.chance = chance
        registration = Registration(calendar: calendar)
        let birth = opened.adding(months: -self.chance.number(3...192)).adding(days: -self.chance.below(28))
        fylder18 = birth.adding(months: 216)
        firstBirthday = birth.adding(months: 12)
        let data: [String: FieldValue] = [
            "foedt": Month(birth.description.prefix(7)).map(FieldValue.month), "fylder_18": .date(fylder18),
        ].compactMapValues(\.self)
        happens(.sagOprettet, on: opened, data: data, .automatic)
    }

    /// Lets something happen on a day.
    mutating func happens(
        _ event: Haendelse, on date: LocalDate, ref: String? = nil, data: [String: FieldValue] = [:],
        _ way: Registration.Way = .byHand
    ) {
        happens(event, at: .date(date), ref: ref, data: data, way)
    }

    /// Lets something happen, unless that would be after the last day.
    ///
    /// - Parameter instant: when it really was, where the moment that is registered is vaguer.
    mutating func happens(
        _ event: Haendelse, at moment: Moment, ref: String? = nil, data: [String: FieldValue] = [:],
        _ way: Registration.Way = .byHand, really instant: Instant? = nil
    ) {
        // Drawn in any case, so that a longer year begins as a shorter one.
        let received = registration.received(instant.map(Moment.instant) ?? moment, way, &chance)
        guard moment.date(in: calendar.zone) <= lastDay else { return }
        events.append((event, moment, ref, data, received))
    }

    /// A reference of its own for the next thing of a sort: `ind-1`, `ind-2`.
    mutating func reference(_ sort: String) -> String {
        counts[sort, default: 0] += 1
        return "\(sort)-\(counts[sort, default: 0])"
    }

    /// So many days later, or the first working day after that.
    func workday(_ date: LocalDate, plus days: Int = 0) -> LocalDate {
        let day = date.adding(days: days)
        return calendar.isWorkingDay(day) ? day : calendar.date(day, plus: TimeLimit(1, .workingDays))
    }

    /// So many days before, or the last working day before that.
    func workday(_ date: LocalDate, minus days: Int) -> LocalDate {
        let day = date.adding(days: -days)
        return calendar.isWorkingDay(day) ? day : calendar.date(day, plus: TimeLimit(-1, .workingDays))
    }
}
