import TestSupport

@testable import Deadlines
@testable import Telling

/// An organisation made at random, and the test's own view of who is there: nothing here asks the program.
struct RandomOrganisation {
    /// By team, the department under the empty name.
    private(set) var roles: [String: [Role: String]] = [:]
    private(set) var substitutes: [String: String] = [:]
    private(set) var absences: [String: [ClosedRange<Int>]] = [:]

    /// The days on which somebody may be away.
    static let days = 0..<60
    static let first = LocalDate(validYear: 2026, month: 6, day: 20)
    private static let ids = (0..<10).map { "p\($0)" }
    /// Caseworkers, of whom the last is in no file.
    static let caseworkers = ["p0", "p1", "p2", "p8", "unheard-of"]

    init(using seed: inout Seed) {
        var department: [Role: String] = [:]
        for role in [Role.koordinator, .teamleder, .centerchef, .vagt, .drift] where !seed.once(in: 3) {
            department[role] = Self.ids.randomElement(using: &seed)
        }
        department[.afdelingsleder] = Self.ids.randomElement(using: &seed)
        roles[""] = department
        for team in ["nord", "syd"].prefix(Int.random(in: 0...2, using: &seed)) {
            var own: [Role: String] = [:]
            for role in [Role.koordinator, .teamleder, .vagt] where seed.once(in: 2) {
                own[role] = Self.ids.randomElement(using: &seed)
            }
            for role in [Role.afdelingsleder, .centerchef] where seed.once(in: 4) {
                own[role] = Self.ids.randomElement(using: &seed)
            }
            roles[team] = own
        }
        // Substitutes have higher numbers, so that there is no circle.
        for (number, id) in Self.ids.enumerated().dropLast() where !seed.once(in: 3) {
            substitutes[id] = Self.ids[(number + 1)...].randomElement(using: &seed)
        }
        for id in Self.ids {
            absences[id] = (0..<Int.random(in: 0...2, using: &seed)).map { _ in
                let from = Int.random(in: Self.days, using: &seed)
                return from...min(from + Int.random(in: 0...25, using: &seed), Self.days.upperBound - 1)
            }
        }
    }

    /// The `organisation.toml` that says so.
    var text: String {
        let sections = roles.sorted { $0.key < $1.key }.map { team, held in
            let wanted: [Role] = team.isEmpty ? [.vagt] : [.teamleder]
            let vacant = wanted.filter { held[$0] == nil }.map { "\"\($0.rawValue)\"" }
            return (team.isEmpty ? "[department]\n" : "[[team]]\nid = \"\(team)\"\n")
                + held.map { "\($0.key.rawValue) = \"\($0.value)\"\n" }.joined()
                + "vacant = [\(vacant.joined(separator: ", "))]"
        }
        let people = Self.ids.map { id in
            let away = (absences[id] ?? []).map { days in
                "{ from = \(Self.date(days.lowerBound)), until = \(Self.date(days.upperBound)) }"
            }
            return "[[person]]\nid = \"\(id)\"\n" + (substitutes[id].map { "substitute = \"\($0)\"\n" } ?? "")
                + "away = [\(away.joined(separator: ", "))]"
        }
        return (sections + people).joined(separator: "\n")
    }

    static func date(_ day: Int) -> LocalDate { first.adding(days: day) }

    func isAway(_ id: String, on day: Int) -> Bool { absences[id]?.contains { $0.contains(day) } ?? false }

    /// Who has a role in a team's case, and whether the team has that role itself.
    func holder(of role: Role, team: String?, caseworker: String?) -> (id: String, ofTeam: Bool)? {
        if role == .raadgiver { return caseworker.map { ($0, false) } }
        if let team, let own = roles[team]?[role] { return (own, true) }
        return roles[""]?[role].map { ($0, false) }
    }

    /// Who is there of a person and those who stand in, one after another.
    func standIn(for id: String, on day: Int) -> String? {
        if !isAway(id, on: day) { return id }
        return substitutes[id].flatMap { standIn(for: $0, on: day) }
    }

    /// The roles above one, the nearest first.
    static func above(_ role: Role) -> [Role] {
        switch role {
        case .raadgiver: [.koordinator] + above(.koordinator)
        case .koordinator, .vagt, .drift: [.teamleder] + above(.teamleder)
        case .teamleder: [.afdelingsleder, .centerchef]
        case .afdelingsleder: [.centerchef]
        case .centerchef: [.afdelingsleder]
        }
    }
}
