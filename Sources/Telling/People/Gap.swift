package import Deadlines

/// Days on which nobody is there to be told what goes to the head of the department.
package struct Gap: Hashable, Sendable {
    /// The days, both included; without an end where an absence has none.
    package let days: Period
    /// Who could have been told: who has the role, who is next up the line, and each one's substitutes after them.
    package let people: [PersonID]
}

extension Organisation {
    /// The days on which what goes to the afdelingsleder of `team`, or of the department, would reach nobody present.
    ///
    /// Every role's line ends with the afdelingsleder and the centerchef, so on no other day can any role's.
    package func gaps(of team: TeamID?) -> [Gap] {
        let holder = Holder(team: team)
        let held = Role.afdelingsleder.line.compactMap { person(in: $0, holder) }
        var people: [PersonID] = []
        for person in held.flatMap({ [$0] + standIns(of: $0) }) where !people.contains(person) {
            people.append(person)
        }
        return people.isEmpty ? [] : daysAllAreAway(people).map { Gap(days: $0, people: people) }
    }

    /// Between two days on which somebody goes or comes back nothing changes.
    private func daysAllAreAway(_ people: [PersonID]) -> [Period] {
        let absences = people.flatMap { self.people[$0]?.absences ?? [] }
        let changes = absences.flatMap { [$0.from, $0.until?.adding(days: 1)].compactMap(\.self) }
        var periods: [Period] = []
        var first: LocalDate?
        for day in Set(changes).sorted() {
            if people.allSatisfy({ isAway($0, on: day) }) {
                first = first ?? day
            } else if let from = first {
                periods.append(Period(from: from, until: day.adding(days: -1)))
                first = nil
            }
        }
        return first.map { periods + [Period(from: $0)] } ?? periods
    }
}
