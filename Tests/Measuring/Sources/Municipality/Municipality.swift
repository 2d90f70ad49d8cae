package import Deadlines

/// A municipality's child-welfare cases over some years, made up: the same seed gives the same, on any machine.
///
/// It knows what happens in cases and how late that is registered, and nothing of rules, due dates or notices.
package struct Municipality: Sendable {
    /// `organisation.toml` of its department.
    package let organisation: String
    /// Every case with all that happens in it, in the order of registration.
    package let cases: [(caseID: CaseID, updates: [RegisteredUpdate])]
    /// The year that is full: on every day of it each desk holds its whole caseload.
    package let year: Int

    /// How many caseworkers there are at any time.
    package let desks: Int

    /// Years that run before the full one, so that long measures are under way in it.
    static let yearsBefore = 2

    /// A municipality.
    ///
    /// - Parameters:
    ///   - seed: what it is made from.
    ///   - year: the year of interest; cases begin two years before it.
    ///   - desks: how many caseworkers, a multiple of the four teams.
    ///   - caseload: how many cases each of them holds at any time.
    package init(seed: UInt64, year: Int, desks: Int = 28, caseload: Int = 25, calendar: WorkCalendar) {
        let years = year - Municipality.yearsBefore...year
        var chance = Chance(seed: seed, stream: -1)
        let staff = Staff(desks: desks, caseload: caseload, years: years, calendar: calendar, chance: &chance)
        var register = CaseRegister(staff: staff, calendar: calendar)
        let span = (first: Staff.day(years.lowerBound, 1, 1), last: Staff.day(year, 12, 31))
        for slot in 0..<desks * caseload {
            register.fill(slot, from: span.first, until: span.last, Chance(seed: seed, stream: slot))
        }
        self.year = year
        self.desks = desks
        organisation = staff.organisationText()
        cases = register.cases
    }
}

/// The cases as they are opened, one after the other in every slot.
private struct CaseRegister {
    let staff: Staff
    let calendar: WorkCalendar
    private(set) var cases: [(caseID: CaseID, updates: [RegisteredUpdate])] = []
    private var numbers: [Int: Int] = [:]

    init(staff: Staff, calendar: WorkCalendar) {
        self.staff = staff
        self.calendar = calendar
    }

    /// Runs a slot's cases: when one is closed the next is opened, the same day.
    mutating func fill(_ slot: Int, from first: LocalDate, until last: LocalDate, _ chance: Chance) {
        var chance = chance
        // Within the first year, so that they do not all go the same way at once.
        var opened = first.adding(days: chance.below(360))
        var courses = Frequency.loebendeForloeb
        while opened <= last {
            let forloeb = chance.one(of: courses)
            var course = CaseCourse(opened: opened, lastDay: last, calendar: calendar, chance: chance)
            let closed = course.run(forloeb)
            chance = course.chance
            take(course, in: slot, closed: closed)
            opened = closed
            courses = Frequency.nyeForloeb
        }
    }

    private mutating func take(_ course: CaseCourse, in slot: Int, closed: LocalDate) {
        var course = course
        var holder = staff.holder(ofSlot: slot, on: course.opened)
        var holders = [course.opened: holder]
        for date in staff.changes(ofSlot: slot) where date > course.opened && date < closed {
            let next = staff.holder(ofSlot: slot, on: date)
            if next == holder { continue }
            course.happens(.sagTildelt, on: date, .beforeOpening)
            holder = next
            holders[date] = next
        }
        let team = staff.team(ofDesk: slot / staff.caseload)
        cases.append(named(course, holders, team))
    }

    private mutating func named(
        _ course: CaseCourse, _ holders: [LocalDate: PersonID], _ team: TeamID
    ) -> (caseID: CaseID, updates: [RegisteredUpdate]) {
        let year = course.opened.components.year
        numbers[year, default: 0] += 1
        let caseID = CaseID(rawValue: "\(year)-\(numbers[year, default: 0])")
        // A case is there before anything can be registered in it.
        let first = course.events.map(\.received).min()
        let updates = course.events.enumerated().map { number, event in
            let isHolding = event.event == .sagOprettet || event.event == .sagTildelt
            let update = Update(
                id: UpdateID(rawValue: "gen-\(caseID)-\(number + 1)"), caseID: caseID,
                event: EventKind(rawValue: event.event.rawValue), at: event.at, ref: event.ref.map(Reference.init),
                caseworker: isHolding ? holders[event.at.date(in: calendar.zone)] : nil, team: isHolding ? team : nil,
                data: Dictionary(uniqueKeysWithValues: event.data.map { (FieldName(rawValue: $0.key), $0.value) }))
            return RegisteredUpdate(
                update, received: event.event == .sagOprettet ? first ?? event.received : event.received)
        }
        let inOrder = updates.enumerated().sorted {
            ($0.element.received, $0.offset) < ($1.element.received, $1.offset)
        }
        return (caseID, inOrder.map(\.element))
    }
}
