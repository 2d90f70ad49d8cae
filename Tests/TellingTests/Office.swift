import Deadlines
import Rules
import Telling

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

    /// Who has a role in these.
    static let ids = ["kor", "afd", "cch", "vag", "dri", "kno", "tno"]

    /// The organisation of these parts of an `organisation.toml`, and of an entry for everybody with a role who has none.
    static func organisation(_ parts: String...) throws -> Organisation {
        try organisation(of: parts)
    }

    static func organisation(of parts: [String]) throws -> Organisation {
        let text = parts.joined(separator: "\n")
        let missing = ids.filter { !text.contains("[[person]]\nid = \"\($0)\"") }.map { person($0) }
        let whole = ([text] + missing).joined(separator: "\n")
        return try OrganisationReader(file: "organisation.toml", text: whole).organisation()
    }

    /// A person's entry.
    static func person(_ id: String, substitute: String? = nil, away: (String, String)? = nil) -> String {
        let substitute = substitute.map { "substitute = \"\($0)\"" } ?? ""
        let away = away.map { "away = [{ from = \($0.0), until = \($0.1) }]" } ?? ""
        return "[[person]]\nid = \"\(id)\"\n\(substitute)\n\(away)"
    }
}
