import Deadlines
import Telling

/// Whether the parts of an organisation fit together: who is named is known, and what goes to a role reaches somebody.
struct OrganisationCheck {
    let organisation: Organisation
    let people: [PersonEntry]
    let teams: [TeamEntry]
    let department: RoleEntry

    /// Keeps every fault, each at the key that is wrong.
    func findFaults() {
        refuseUnknownPeople()
        refuseSubstitutesForOneself()
        refuseCircles()
        for roles in [department] + teams.map(\.roles) { refuseVacantAndHeld(roles) }
        for team in teams { requireLeader(team) }
        requireHead()
        requireDuty()
        refuseGaps()
    }

    /// A caseworker comes with the updates; everybody else who can be told is named here, and a misspelt id would be
    /// told what nobody reads.
    private func refuseUnknownPeople() {
        for roles in [department] + teams.map(\.roles) {
            for (role, person) in roles.held { requireEntry(person, roles.table, role.rawValue) }
        }
        for entry in people {
            if let substitute = entry.person.substitute { requireEntry(substitute, entry.table, "substitute") }
        }
    }

    private func requireEntry(_ person: PersonID, _ table: TomlTable, _ key: String) {
        if organisation.people[person] != nil { return }
        let hint = NearestWord.hint(person.rawValue, in: organisation.people.keys.map(\.rawValue))
        let advice = hint.isEmpty ? "; add one" : "\(hint) If not, add one"
        table.fault(key, "no [[person]] has the id \"\(person)\"\(advice): [[person]] with id = \"\(person)\"")
    }

    private func refuseSubstitutesForOneself() {
        for entry in people where entry.person.substitute == entry.person.id {
            entry.table.fault(
                "substitute",
                "\"\(entry.person.id)\" cannot stand in for \"\(entry.person.id)\"; name somebody else, or leave it "
                    + "out, and what cannot be told here passes up the line")
        }
    }

    /// A circle of substitutes has nobody to go to when all in it are away. It is told where it is first entered.
    private func refuseCircles() {
        var told: Set<PersonID> = []
        for entry in people where !told.contains(entry.person.id) {
            let circle = [entry.person.id] + organisation.standIns(of: entry.person.id)
            guard circle.count > 1, let last = circle.last,
                organisation.people[last]?.substitute == entry.person.id
            else { continue }
            told.formUnion(circle)
            let names = (circle + [entry.person.id]).map(\.rawValue).joined(separator: " → ")
            entry.table.fault(
                "substitute", "a circle of substitutes: \(names); give one of them another substitute, or none")
        }
    }

    private func refuseVacantAndHeld(_ roles: RoleEntry) {
        for role in roles.vacant {
            guard let person = roles.held[role] else { continue }
            roles.table.fault(
                "vacant", "the \(role) is said to be vacant and to be \"\(person)\"; take out one of the two")
        }
    }

    /// Escalations go to the leader first. Without one they fall to the head of the department, which must be meant.
    private func requireLeader(_ entry: TeamEntry) {
        let holder = Holder(team: entry.team)
        guard organisation.person(in: .teamleder, holder) == nil, !entry.roles.vacant.contains(.teamleder) else {
            return
        }
        let next = next(after: .teamleder, holder).map { ", and what goes to the teamleder goes to \($0)" } ?? ""
        entry.roles.table.fault(
            "teamleder",
            "the team \"\(entry.team)\" has no teamleder; write teamleder = \"…\" in it, or vacant = [\"teamleder\"]"
                + next)
    }

    private func requireHead() {
        if department.held[.afdelingsleder] != nil { return }
        if !department.vacant.contains(.afdelingsleder) {
            department.table.fault(
                "afdelingsleder",
                "the department has no afdelingsleder, to whom everything passes that nobody else can be told; write "
                    + "afdelingsleder = \"…\" under [department], or vacant = [\"afdelingsleder\"] and a centerchef, "
                    + "to whom it passes then")
        } else if department.held[.centerchef] == nil {
            department.table.fault(
                "vacant",
                "the afdelingsleder is vacant and there is no centerchef either, so what nobody else can be told would "
                    + "reach nobody; write centerchef = \"…\" under [department], or who is afdelingsleder meanwhile")
        }
    }

    /// What is due in hours goes to the one on duty also at night, when nobody up the line reads it.
    private func requireDuty() {
        guard department.held[.vagt] == nil, !department.vacant.contains(.vagt) else { return }
        let next = next(after: .vagt, Holder()).map { ", else to \($0)" } ?? ""
        department.table.fault(
            "vagt",
            "the department has no vagt, who is told of limits in hours by day and by night; write vagt = \"…\" under "
                + "[department], or vacant = [\"vagt\"], and it goes to the teamleder of the case's team\(next)")
    }

    /// `the afdelingsleder, "afd"`: who has the next role up the line.
    private func next(after role: Role, _ holder: Holder) -> String? {
        for step in role.line.dropFirst() {
            if let person = organisation.person(in: step, holder) { return "the \(step), \"\(person)\"" }
        }
        return nil
    }

    private func refuseGaps() {
        // Where the head is missing, that is the fault.
        guard department.held[.afdelingsleder] != nil || department.vacant.contains(.afdelingsleder) else { return }
        let ofDepartment = organisation.gaps(of: nil)
        for gap in ofDepartment { refuse(gap, of: nil) }
        for team in teams {
            for gap in organisation.gaps(of: team.team) where !ofDepartment.contains(gap) { refuse(gap, of: team.team) }
        }
    }

    /// The fault stands at an absence that makes the gap.
    private func refuse(_ gap: Gap, of team: TeamID?) {
        guard let entry = people.first(where: { $0.person.id == gap.people.first }), let from = gap.days.from else {
            return
        }
        let days =
            switch gap.days.until {
            case nil: "from \(from) on"
            case from?: "on \(from)"
            case let until?: "from \(from) to \(until)"
            }
        let role = team.map { "the afdelingsleder of the team \"\($0)\"" } ?? "the afdelingsleder"
        let names = gap.people.map { "\"\($0)\"" }
        let away =
            names.count == 1
            ? "\(names[0]) is away then, and nobody stands in"
            : "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]), who could be told, are away then"
        entry.table.fault(
            "away",
            "\(days) nobody is there to be told what goes to \(role), or passes up to that role from another: \(away); "
                + "name a substitute who is there, or change an absence")
    }
}
