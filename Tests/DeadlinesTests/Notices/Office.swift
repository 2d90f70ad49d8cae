import Deadlines

/// The people of these tests: a department and the team »nord«; who is away is said by each test.
enum Office {
    static let department = """
        [department]
        koordinator = "kor"
        afdelingsleder = "afd"
        centerchef = "cch"
        vagt = "vag"
        drift = "dri"
        """
    static let team = """
        [[team]]
        id = "nord"
        koordinator = "kno"
        teamleder = "tno"
        """

    /// An organisation of these parts of an `organisation.toml`.
    static func organisation(_ parts: String...) throws -> Organisation {
        try OrganisationReader(file: "organisation.toml", text: parts.joined(separator: "\n")).organisation()
    }

    /// A person's entry.
    static func person(_ id: String, substitute: String? = nil, away: (String, String)? = nil) -> String {
        let substitute = substitute.map { "substitute = \"\($0)\"" } ?? ""
        let away = away.map { "away = [{ from = \($0.0), until = \($0.1) }]" } ?? ""
        return "[[person]]\nid = \"\(id)\"\n\(substitute)\n\(away)"
    }
}
