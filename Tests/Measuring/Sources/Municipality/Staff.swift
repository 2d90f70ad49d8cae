import Deadlines

/// Who works in the department: a desk for every caseworker, in teams, and who sits at which desk when.
struct Staff {
    /// The teams, of as many desks each.
    static let teams = ["nord", "syd", "oest", "vest"]
    /// Desks whose caseworker leaves in a year and is followed by a new one.
    static let leavers = 6
    /// Cases that change places with another of the team in a year: somebody is new to it on either side.
    static let swaps = 48

    /// Somebody's time at a desk.
    struct Tenure {
        let person: PersonID
        let desk: Int
        let from: LocalDate
        var until: LocalDate?
        var away: [Period] = []
    }

    /// How many caseworkers.
    let desks: Int
    /// How many cases each holds.
    let caseload: Int
    /// By desk, then time.
    private(set) var tenures: [[Tenure]]
    /// By slot, then time: the desk a slot belongs to from a day on. A slot is a place for one running case.
    private(set) var places: [[(from: LocalDate, desk: Int)]]

    /// The department over some years.
    init(desks: Int, caseload: Int, years: ClosedRange<Int>, calendar: WorkCalendar, chance: inout Chance) {
        self.desks = desks
        self.caseload = caseload
        let first = Staff.day(years.lowerBound, 1, 1)
        var hired = desks
        tenures = (0..<desks).map { [Tenure(person: Staff.name($0 + 1), desk: $0, from: first)] }
        places = (0..<desks * caseload).map { [(first, $0 / caseload)] }
        for year in years {
            for (desk, month) in Staff.leaving(of: desks, &chance) {
                let day = calendar.date(Staff.day(year, month, 1).adding(days: -1), plus: TimeLimit(1, .workingDays))
                let last = tenures[desk].count - 1
                guard tenures[desk][last].from < day else { continue }
                tenures[desk][last].until = day.adding(days: -1)
                hired += 1
                tenures[desk].append(Tenure(person: Staff.name(hired), desk: desk, from: day))
            }
            swap(in: year, calendar, &chance)
        }
        giveAbsences(in: years, calendar, &chance)
    }

    /// Different desks, each with the month in which its caseworker leaves.
    private static func leaving(of desks: Int, _ chance: inout Chance) -> [(desk: Int, month: Int)] {
        var left = Array(0..<desks)
        return (0..<min(leavers, desks)).map { _ in (left.remove(at: chance.below(left.count)), chance.number(2...12)) }
    }

    private mutating func swap(in year: Int, _ calendar: WorkCalendar, _ chance: inout Chance) {
        let days = (0..<Staff.swaps).map { _ in chance.number(1...364) }.sorted()
        let slotsOfTeam = places.count / Staff.teams.count
        for day in days {
            let date = calendar.date(Staff.day(year, 1, 1).adding(days: day), plus: TimeLimit(1, .workingDays))
            let team = chance.below(Staff.teams.count) * slotsOfTeam
            let (one, other) = (team + chance.below(slotsOfTeam), team + chance.below(slotsOfTeam))
            guard let oneDesk = places[one].last?.desk, let otherDesk = places[other].last?.desk, oneDesk != otherDesk
            else { continue }
            places[one].append((date, otherDesk))
            places[other].append((date, oneDesk))
        }
    }

    /// Three weeks in summer, one in winter or autumn, and a few spells of illness.
    private mutating func giveAbsences(in years: ClosedRange<Int>, _ calendar: WorkCalendar, _ chance: inout Chance) {
        for desk in tenures.indices {
            for index in tenures[desk].indices {
                for year in years {
                    let summer = Staff.monday(year, 6, 28).adding(days: 7 * chance.below(4))
                    let week = chance.happens(50) ? Staff.monday(year, 2, 8) : Staff.monday(year, 10, 10)
                    var away = [(summer, 20), (week, 6)]
                    for _ in 0..<3 {
                        away.append((Staff.day(year, 1, 1).adding(days: chance.below(364)), chance.low(0...4)))
                    }
                    tenures[desk][index].away += away.map { Period(from: $0.0, until: $0.0.adding(days: $0.1)) }
                }
            }
        }
    }

    private static func name(_ number: Int) -> PersonID {
        PersonID(rawValue: (number < 10 ? "r0" : "r") + String(number))
    }

    /// A day known to exist.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
        LocalDate(year: year, month: month, day: day) ?? LocalDate(daysSinceEpoch: 0)
    }

    /// The first Monday on or after a day.
    private static func monday(_ year: Int, _ month: Int, _ number: Int) -> LocalDate {
        var date = day(year, month, number)
        while date.weekday != .monday { date = date.adding(days: 1) }
        return date
    }
}

extension Staff {
    /// The team of a desk; slots never leave their team.
    func team(ofDesk desk: Int) -> TeamID {
        TeamID(rawValue: Staff.teams[desk * Staff.teams.count / desks])
    }

    /// Who holds the case in a slot on a day.
    func holder(ofSlot slot: Int, on date: LocalDate) -> PersonID {
        let desk = places[slot].last { $0.from <= date }?.desk ?? slot / caseload
        let tenure = tenures[desk].last { $0.from <= date } ?? tenures[desk][0]
        return tenure.person
    }

    /// The days on which the case in a slot may get a new holder.
    func changes(ofSlot slot: Int) -> [LocalDate] {
        let tenures = self.tenures.flatMap { $0 }.map(\.from)
        return Set(places[slot].map(\.from) + tenures).sorted()
    }
}
