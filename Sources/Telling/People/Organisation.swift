package import Deadlines

/// Teams, people and roles, as `organisation.toml` gives them.
package struct Organisation: Sendable {
    /// By id.
    package let people: [PersonID: Person]
    /// Each team's own roles.
    package let teams: [TeamID: [Role: PersonID]]
    /// What people call a team, where that is not its id.
    package let teamNames: [TeamID: String]
    /// The roles of the whole department.
    package let department: [Role: PersonID]

    /// An organisation of these parts, which are known to fit together.
    package init(
        people: [PersonID: Person], teams: [TeamID: [Role: PersonID]], department: [Role: PersonID],
        teamNames: [TeamID: String] = [:]
    ) {
        self.people = people
        self.teams = teams
        self.department = department
        self.teamNames = teamNames
    }

    /// The first day after `date` on which somebody goes away or comes back.
    func nextChange(after date: LocalDate) -> LocalDate? {
        people.values.flatMap(\.absences).flatMap { [$0.from, $0.until?.adding(days: 1)] }.compactMap(\.self)
            .filter { $0 > date }.min()
    }

    /// What people call `team`.
    package func name(of team: TeamID) -> String { teamNames[team] ?? team.rawValue }
}

/// A member of staff.
package struct Person: Sendable {
    /// The short id.
    package let id: PersonID
    /// Who stands in during an absence.
    package let substitute: PersonID?
    /// When the person is away, both days included.
    package let absences: [Period]
    /// How many cases the person should hold at most.
    package let mostCases: Int?

    /// A person of these parts.
    package init(id: PersonID, substitute: PersonID?, absences: [Period], mostCases: Int?) {
        self.id = id
        self.substitute = substitute
        self.absences = absences
        self.mostCases = mostCases
    }

    func isAway(on date: LocalDate) -> Bool {
        absences.contains { $0.contains(date) }
    }
}
