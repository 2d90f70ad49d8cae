/// Teams, people and roles, as `organisation.toml` gives them.
public struct Organisation: Sendable {
    /// By id.
    public let people: [PersonID: Person]
    /// Each team's own roles.
    public let teams: [TeamID: [Role: PersonID]]
    /// What people call a team, where that is not its id.
    public let teamNames: [TeamID: String]
    /// The roles of the whole department.
    public let department: [Role: PersonID]

    /// An organisation of these parts, which are known to fit together.
    public init(
        people: [PersonID: Person], teams: [TeamID: [Role: PersonID]], department: [Role: PersonID],
        teamNames: [TeamID: String] = [:]
    ) {
        self.people = people
        self.teams = teams
        self.department = department
        self.teamNames = teamNames
    }

    /// What people call `team`.
    public func name(of team: TeamID) -> String { teamNames[team] ?? team.rawValue }
}

/// A member of staff.
public struct Person: Sendable {
    /// The short id.
    public let id: PersonID
    /// Who stands in during an absence.
    public let substitute: PersonID?
    /// When the person is away, both days included.
    public let absences: [Period]
    /// How many cases the person should hold at most.
    public let mostCases: Int?

    /// A person of these parts.
    public init(id: PersonID, substitute: PersonID?, absences: [Period], mostCases: Int?) {
        self.id = id
        self.substitute = substitute
        self.absences = absences
        self.mostCases = mostCases
    }

    func isAway(on date: LocalDate) -> Bool {
        absences.contains { $0.contains(date) }
    }
}
