import Deadlines
package import Telling

/// Reads `organisation.toml`: teams, people and roles.
package struct OrganisationReader {
    private let document: TomlDocument

    /// A reader of `text`, told of as `file` in faults.
    package init(file: String, text: String) {
        document = TomlDocument(file: file, text: text)
    }

    /// The organisation, in which everything that goes to a role reaches somebody known who is there, on every day.
    ///
    /// - Throws: every fault found.
    package func organisation() throws(Faults) -> Organisation {
        let root = document.root
        let people = people(root)
        let teams = teams(root)
        let department = department(root)
        root.refuseUnknownKeys()
        let organisation = Organisation(
            people: Dictionary(people.map { ($0.person.id, $0.person) }, uniquingKeysWith: { first, _ in first }),
            teams: Dictionary(teams.map { ($0.team, $0.roles.held) }, uniquingKeysWith: { first, _ in first }),
            department: department.held,
            teamNames: Dictionary(
                teams.compactMap { entry in entry.name.map { (entry.team, $0) } },
                uniquingKeysWith: { first, _ in first }
            ))
        // Of a text that is no TOML nothing has been read, and nothing else can be said.
        if document.faults.isEmpty || !people.isEmpty || !department.held.isEmpty {
            OrganisationCheck(
                organisation: organisation, people: people, teams: teams, department: department
            ).findFaults()
        }
        guard document.faults.isEmpty else { throw Faults(document.faults) }
        return organisation
    }

    private func people(_ root: TomlTable) -> [PersonEntry] {
        var known: Set<PersonID> = []
        return root.tables("person").compactMap { table in
            let id = id(table, "id", required: true)
            if let id, !known.insert(id).inserted {
                table.fault("id", "\"\(id)\" is there twice; one person has one entry")
            }
            let most = table.integer("most_cases")
            if let most, most < 1 { table.fault("most_cases", "must be 1 or more, not \(most)") }
            let substitute = self.id(table, "substitute")
            let absences = table.tables("away").compactMap(absence)
            table.refuseUnknownKeys()
            return id.map { id in
                PersonEntry(
                    person: Person(id: id, substitute: substitute, absences: absences, mostCases: most), table: table)
            }
        }
    }

    private func absence(_ table: TomlTable) -> Period? {
        let period = Period(from: table.date("from"), until: table.date("until"))
        table.refuseUnknownKeys()
        guard let from = period.from else {
            if table.value("from") == nil {
                table.fault("from", "an absence needs the day it begins: from = 2026-07-06")
            }
            return nil
        }
        if let until = period.until, until < from { table.fault("until", "\(until) is before \"from\", \(from)") }
        return period
    }

    private func teams(_ root: TomlTable) -> [TeamEntry] {
        var known: Set<TeamID> = []
        return root.tables("team").compactMap { table in
            let name = table.requiredString("id")
            let called = teamName(table)
            let roles = roles(table, [.koordinator, .teamleder, .afdelingsleder, .centerchef, .vagt])
            table.refuseUnknownKeys()
            guard let name else { return nil }
            if CPR.found(in: name) { table.fault("id", "\"\(name)\" looks like a CPR number; a team is a short word") }
            if !IdentifierForm.staff.matches(name) {
                table.fault("id", "\"\(name)\" must be \(IdentifierForm.staff.description)")
            }
            let id = TeamID(rawValue: name)
            if !known.insert(id).inserted { table.fault("id", "the team \"\(name)\" is there twice") }
            return TeamEntry(team: id, name: called, roles: roles)
        }
    }

    /// What people call the team: it stands in sentences and tables, so it is one short line.
    private func teamName(_ table: TomlTable) -> String? {
        guard let name = table.string("name") else { return nil }
        if CPR.found(in: name) { table.fault("name", "looks like a CPR number; a team is called something short") }
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || " -./&".contains($0) }
        if !(1...40).contains(name.count) || !isPlain || name.first == " " || name.last == " " {
            table.fault("name", "must be 1 to 40 letters and digits, with spaces and - . / & between them")
        }
        return name
    }

    private func department(_ root: TomlTable) -> RoleEntry {
        let table = root.table("department") ?? root.emptyTable("department")
        let roles = roles(table, Role.allCases.filter { $0 != .raadgiver })
        table.refuseUnknownKeys()
        return roles
    }

    private func roles(_ table: TomlTable, _ roles: [Role]) -> RoleEntry {
        var held: [Role: PersonID] = [:]
        for role in roles { held[role] = id(table, role.rawValue) }
        let vacant = (table.strings("vacant") ?? []).compactMap { role($0, table, roles) }
        return RoleEntry(table: table, held: held, vacant: Set(vacant))
    }

    private func role(_ word: String, _ table: TomlTable, _ roles: [Role]) -> Role? {
        if let role = roles.first(where: { $0.rawValue == word }) { return role }
        let known = roles.map(\.rawValue)
        let hint = NearestWord.hint(word, in: known)
        table.fault("vacant", "\"\(word)\" is no role here; it is one of \(known.joined(separator: ", "))\(hint)")
        return nil
    }

    private func id(_ table: TomlTable, _ key: String, required: Bool = false) -> PersonID? {
        guard let name = required ? table.requiredString(key) : table.string(key) else { return nil }
        if CPR.found(in: name) {
            table.fault(
                key, "\"\(name)\" looks like a CPR number; a person here is a short id of the municipality's own")
            return nil
        }
        if IdentifierForm.staff.matches(name) { return PersonID(rawValue: name) }
        table.fault(key, "\"\(name)\" is no person's id; it must be \(IdentifierForm.staff.description)")
        return nil
    }
}

/// A `[[person]]` and what it says.
struct PersonEntry {
    let person: Person
    let table: TomlTable
}

/// A `[[team]]` and what it says.
struct TeamEntry {
    let team: TeamID
    let name: String?
    let roles: RoleEntry
}

/// The roles of a team or of the department.
struct RoleEntry {
    let table: TomlTable
    let held: [Role: PersonID]
    /// The roles that are said to be vacant.
    let vacant: Set<Role>
}
