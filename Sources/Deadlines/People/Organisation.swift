/// Teams, people and roles, as `organisation.toml` gives them.
public struct Organisation: Sendable {
    /// By id.
    public let people: [PersonID: Person]
    /// Each team's own roles.
    public let teams: [TeamID: [Role: PersonID]]
    /// The roles of the whole department.
    public let department: [Role: PersonID]

    /// An organisation of these parts, which are known to fit together.
    public init(
        people: [PersonID: Person], teams: [TeamID: [Role: PersonID]], department: [Role: PersonID]
    ) {
        self.people = people
        self.teams = teams
        self.department = department
    }
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

/// Who is told, in what capacity, and why this person.
public struct Recipient: Hashable, Sendable {
    /// Who.
    public let person: PersonID
    /// The role the step names.
    public let role: Role
    /// Why this person.
    public let reason: RecipientReason

    /// A recipient of these parts.
    public init(person: PersonID, role: Role, reason: RecipientReason) {
        self.person = person
        self.role = role
        self.reason = reason
    }
}

/// Why a person gets what a role should get.
public enum RecipientReason: Hashable, Sendable {
    /// The person is the case's caseworker.
    case caseworker
    /// The person has the role, in a team or in the department.
    case hasRole(Role, TeamID?)
    /// The person stands in for another who is away.
    case substitute(for: PersonID, Role)
    /// Nobody has the role or everybody is away, so it passed up the line to this role.
    case upTheLine(from: Role, to: Role)
    /// The case has no caseworker.
    case noCaseworker(Role)
    /// The person is away and nobody stands in.
    case nobodyElse(Role)
}

extension Organisation {
    /// Who is told on `date` when a step names `role` in a case held by `holder`: the one who has the role, else the
    /// substitute, else the next up the line (spec §5). Nil only when no role of the line is held by anybody.
    public func recipient(of role: Role, in holder: Holder, on date: LocalDate) -> Recipient? {
        var away: (PersonID, Role)?
        for step in Organisation.line(from: role) {
            guard let person = person(in: step, holder) else { continue }
            if let standIn = present(person, on: date) {
                return Recipient(person: standIn, role: role, reason: reason(standIn, person, role, step, holder))
            }
            away = away ?? (person, step)
        }
        return away.map { Recipient(person: $0.0, role: role, reason: .nobodyElse($0.1)) }
    }

    private func reason(
        _ standIn: PersonID, _ person: PersonID, _ asked: Role, _ step: Role, _ holder: Holder
    ) -> RecipientReason {
        if standIn != person { return .substitute(for: person, step) }
        if asked == step { return step == .raadgiver ? .caseworker : .hasRole(step, team(of: step, holder)) }
        return asked == .raadgiver && holder.caseworker == nil ? .noCaseworker(step) : .upTheLine(from: asked, to: step)
    }

    /// The role itself, then those above it.
    private static func line(from role: Role) -> [Role] {
        let line: [Role] = [.raadgiver, .koordinator, .teamleder, .afdelingsleder, .centerchef]
        if let position = line.firstIndex(of: role) {
            // Without a coordinator and a team leader the head of the department is next, and the head of the
            // department is the last of those who are always there.
            return Array(line[position...]) + line[..<position].reversed()
        }
        return [role, .teamleder, .afdelingsleder, .centerchef]
    }

    private func team(of role: Role, _ holder: Holder) -> TeamID? {
        holder.team.flatMap { teams[$0]?[role] == nil ? nil : $0 }
    }

    private func person(in role: Role, _ holder: Holder) -> PersonID? {
        if role == .raadgiver { return holder.caseworker }
        return holder.team.flatMap { teams[$0]?[role] } ?? department[role]
    }

    /// The person, or the first of the chain of substitutes who is there.
    private func present(_ id: PersonID, on date: LocalDate) -> PersonID? {
        var seen: Set<PersonID> = []
        var next: PersonID? = id
        while let current = next, seen.insert(current).inserted {
            guard let person = people[current], person.isAway(on: date) else { return current }
            next = person.substitute
        }
        return nil
    }
}
