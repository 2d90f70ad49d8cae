import Deadlines
import Telling

/// What caseworkers are told in the year by one way of sending, by person and day.
struct Inbox {
    /// The lines to caseworkers, as caseworkers.
    let lines: [Line]
    /// For every caseworker at work, every day the office opens: what came at opening.
    let mornings: Counts
    /// The same without what came for colleagues who are away.
    let ownMornings: Counts
    /// The worst morning of each caseworker.
    let worst: Counts
    /// For the same days: what came at other hours, at once.
    let restOfDay: Counts
    /// Whose the worst morning was, and when.
    let worstMorning: (person: PersonID, date: LocalDate)?

    init(_ lines: [Line], _ sender: Line.Sender, department: Department) {
        let zone = department.calendar.zone
        self.lines = Inbox.joining(
            lines.filter { $0.sender == sender && department.isInYear($0.sent) && department.isCaseworker($0) })
        let ofDay = Dictionary(grouping: self.lines) {
            Day(person: $0.notice.recipient.person, date: zone.date(of: $0.sent))
        }
        var (mornings, own, rest): ([Day: Int], [Int], [Int]) = ([:], [], [])
        for day in department.workdays {
            let lines = ofDay[day] ?? []
            let opening = department.office.opening(on: day.date)
            let atOpening = lines.filter { $0.sent == opening }
            mornings[day] = atOpening.count
            own.append(atOpening.count { $0.notice.recipient.reason == .caseworker })
            rest.append(lines.count - atOpening.count)
        }
        self.mornings = Counts(mornings.values)
        ownMornings = Counts(own)
        restOfDay = Counts(rest)
        worst = Counts(Dictionary(grouping: mornings, by: \.key.person).values.map { $0.map(\.value).max() ?? 0 })
        worstMorning = mornings.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key.person, $0.key.date) }
    }

    /// What goes out as one list is one line.
    private static func joining(_ lines: [Line]) -> [Line] {
        struct List: Hashable {
            let person: PersonID
            let sent: Instant
            let stage: Stage
        }
        var seen: Set<List> = []
        return lines.filter { line in
            let notice = line.notice
            guard notice.stage.isJoined else { return true }
            return seen.insert(List(person: notice.recipient.person, sent: line.sent, stage: notice.stage)).inserted
        }
    }

    /// A caseworker's day.
    struct Day: Hashable, Comparable {
        let person: PersonID
        let date: LocalDate

        static func < (left: Day, right: Day) -> Bool {
            (left.date, left.person) < (right.date, right.person)
        }
    }
}

extension Department {
    func isInYear(_ instant: Instant) -> Bool { instant >= year.first && instant < year.end }

    /// Whether a line goes to somebody who holds cases, in that capacity: who has a number of cases to hold.
    func isCaseworker(_ line: Line) -> Bool {
        line.notice.recipient.role == .raadgiver
            && organisation.people[line.notice.recipient.person]?.mostCases != nil
    }

    /// Every day the office opens, for every caseworker who is there.
    var workdays: [Inbox.Day] {
        let open = days.filter { office.isOpen(on: $0) }
        return organisation.people.values.filter { $0.mostCases != nil }.sorted { $0.id < $1.id }.flatMap { person in
            open.filter { day in !person.absences.contains { $0.contains(day) } }
                .map { Inbox.Day(person: person.id, date: $0) }
        }
    }
}
