package import Deadlines

/// Who is told, in what capacity, and why this person.
package struct Recipient: Hashable, Sendable {
    /// Who.
    package let person: PersonID
    /// The role the step names.
    package let role: Role
    /// Why this person.
    package let reason: RecipientReason

    /// A recipient of these parts.
    package init(person: PersonID, role: Role, reason: RecipientReason) {
        self.person = person
        self.role = role
        self.reason = reason
    }
}

/// Why a person gets what a role should get.
package enum RecipientReason: Hashable, Sendable {
    /// The person is the case's caseworker.
    case caseworker
    /// The person has the role, in a team or in the department.
    case hasRole(Role, TeamID?)
    /// The person stands in for another who is away, directly or because those between them are away too.
    case substitute(for: PersonID, Role)
    /// Nobody has the role or everybody is away, so it passed up the line to this role.
    case upTheLine(from: Role, to: Role)
    /// The case has no caseworker.
    case noCaseworker(Role)
    /// The person is away and nobody stands in, which a checked organisation does not allow.
    case nobodyElse(Role)
}

extension Organisation {
    /// Who is told on `date` when a step names `role` in a case held by `holder`: the one who has the role, else the
    /// substitute, else the next up the line (spec §5).
    ///
    /// - Returns: never nil, nor anybody who is away, in an organisation that `OrganisationReader` has checked; in
    ///   another nil when no role of the line is held by anybody.
    package func recipient(of role: Role, in holder: Holder, on date: LocalDate) -> Recipient? {
        var away: (PersonID, Role)?
        for step in role.line {
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

    private func team(of role: Role, _ holder: Holder) -> TeamID? {
        holder.team.flatMap { teams[$0]?[role] == nil ? nil : $0 }
    }

    /// Who has `role` in such a case: the team's own, else the department's.
    package func person(in role: Role, _ holder: Holder) -> PersonID? {
        if role == .raadgiver { return holder.caseworker }
        return holder.team.flatMap { teams[$0]?[role] } ?? department[role]
    }

    /// The person, or the first of the chain of substitutes who is there.
    private func present(_ id: PersonID, on date: LocalDate) -> PersonID? {
        guard isAway(id, on: date) else { return id }
        return standIns(of: id).first { !isAway($0, on: date) }
    }

    /// Whether the person is away; who has no entry never is.
    func isAway(_ id: PersonID, on date: LocalDate) -> Bool {
        people[id]?.isAway(on: date) ?? false
    }

    /// The substitute, the substitute's substitute, and so on.
    package func standIns(of id: PersonID) -> [PersonID] {
        var chain = [id]
        while let last = chain.last, let next = people[last]?.substitute, !chain.contains(next) {
            chain.append(next)
        }
        return Array(chain.dropFirst())
    }
}

extension Role {
    private static let fromCaseworker: [Role] = [.raadgiver, .koordinator, .teamleder, .afdelingsleder, .centerchef]
    private static let fromKoordinator = Array(fromCaseworker.dropFirst())
    private static let fromTeamleder = Array(fromCaseworker.dropFirst(2))
    private static let fromAfdelingsleder = Array(fromCaseworker.dropFirst(3))
    private static let fromCenterchef: [Role] = [.centerchef, .afdelingsleder]
    private static let fromVagt = [.vagt] + fromTeamleder
    private static let fromDrift = [.drift] + fromTeamleder

    /// The role itself, then those above it. Every line ends with the head of the department and of the centre, who
    /// stand in for one another where one of them is vacant or away.
    package var line: [Role] {
        switch self {
        case .raadgiver: Role.fromCaseworker
        case .koordinator: Role.fromKoordinator
        case .teamleder: Role.fromTeamleder
        case .afdelingsleder: Role.fromAfdelingsleder
        case .centerchef: Role.fromCenterchef
        case .vagt: Role.fromVagt
        case .drift: Role.fromDrift
        }
    }
}
