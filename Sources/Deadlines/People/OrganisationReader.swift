/// Reads `organisation.toml`: teams, people and roles.
public struct OrganisationReader {
    private let document: TomlDocument

    /// A reader of `text`, told of as `file` in faults.
    public init(file: String, text: String) {
        document = TomlDocument(file: file, text: text)
    }

    /// The organisation.
    ///
    /// - Throws: every fault found.
    public func organisation() throws(Faults) -> Organisation {
        let root = document.root
        let people = people(root)
        let teams = teams(root)
        let departmentTable = root.table("department") ?? root.emptyTable("department")
        let department = roles(departmentTable, Role.allCases)
        departmentTable.refuseUnknownKeys()
        if department[.afdelingsleder] == nil {
            root.fault(
                "department",
                "needs an afdelingsleder, to whom everything passes that nobody else can be told; "
                    + "write afdelingsleder = \"…\" under [department]")
        }
        refuseCircles(of: people, root)
        root.refuseUnknownKeys()
        guard document.faults.isEmpty else { throw Faults(document.faults) }
        return Organisation(people: people, teams: teams, department: department)
    }

    private func people(_ root: TomlTable) -> [PersonID: Person] {
        var people: [PersonID: Person] = [:]
        for table in root.tables("person") {
            guard let id = person(table, "id", required: true) else { continue }
            if people[id] != nil { table.fault("id", "\"\(id)\" is there twice; one person has one entry") }
            let most = table.integer("most_cases")
            if let most, most < 1 { table.fault("most_cases", "must be 1 or more, not \(most)") }
            people[id] = Person(
                id: id, substitute: person(table, "substitute"), absences: table.tables("away").compactMap(absence),
                mostCases: most)
            table.refuseUnknownKeys()
        }
        return people
    }

    private func absence(_ table: TomlTable) -> Period? {
        let period = Period(from: table.date("from"), until: table.date("until"))
        table.refuseUnknownKeys()
        guard let from = period.from else {
            table.fault("from", "an absence needs the day it begins: from = 2026-07-06")
            return nil
        }
        if let until = period.until, until < from { table.fault("until", "\(until) is before \"from\", \(from)") }
        return period
    }

    private func teams(_ root: TomlTable) -> [TeamID: [Role: PersonID]] {
        var teams: [TeamID: [Role: PersonID]] = [:]
        for table in root.tables("team") {
            guard let name = table.requiredString("id") else { continue }
            if CPR.found(in: name) { table.fault("id", "\"\(name)\" looks like a CPR number; a team is a short word") }
            if !IdentifierForm.staff.matches(name) {
                table.fault("id", "\"\(name)\" must be \(IdentifierForm.staff.description)")
            }
            let id = TeamID(rawValue: name)
            if teams[id] != nil { table.fault("id", "the team \"\(name)\" is there twice") }
            teams[id] = roles(table, [.koordinator, .teamleder, .afdelingsleder, .centerchef, .vagt])
            table.refuseUnknownKeys()
        }
        return teams
    }

    private func roles(_ table: TomlTable, _ roles: [Role]) -> [Role: PersonID] {
        var result: [Role: PersonID] = [:]
        for role in roles where role != .raadgiver {
            result[role] = person(table, role.rawValue)
        }
        return result
    }

    private func person(_ table: TomlTable, _ key: String, required: Bool = false) -> PersonID? {
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

    /// A circle of substitutes would pass a notice round for ever.
    private func refuseCircles(of people: [PersonID: Person], _ root: TomlTable) {
        for (index, table) in root.tables("person").enumerated() {
            guard let start = table.string("id").map({ PersonID(rawValue: $0) }) else { continue }
            var chain = [start]
            while let last = chain.last, let next = people[last]?.substitute {
                if next == start {
                    let names = (chain + [start]).map(\.rawValue).joined(separator: " → ")
                    root.fault("person[\(index)].substitute", "a circle of substitutes: \(names)")
                }
                if chain.contains(next) { break }
                chain.append(next)
            }
        }
    }
}
