import Deadlines
import Rules
import TestSupport

/// A small pack to break: one rule that is right, a line each.
enum Pack {
    static let rule = [
        "[[rule]]",  // 1
        "id = \"proeve\"",  // 2
        "title = \"Prøve\"",  // 3
        "asks = \"en prøve\"",  // 4
        "law = \"Lokal\"",  // 5
        "grundlag = \"lokal\"",  // 6
        "ladder = \"standard\"",  // 7
        "form = \"deadline\"",  // 8
        "start = [\"bfu.behov\"]",  // 9
        "within = { months = 3 }",  // 10
        "met_by = [\"bfu.afsluttet\"]",  // 11
    ]

    /// The rule with its line `number` instead as `text`, or with one more.
    static func rule(_ number: Int, _ text: String) -> String {
        var lines = rule
        if number <= lines.count { lines[number - 1] = text } else { lines.append(text) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The faults of `text` as the pack `lokal.toml`, read with the shipped kinds and ladders.
    static func faults(_ texts: (file: String, text: String)...) throws -> [Fault] {
        let shared = try ["begreber.toml", "stiger.toml"].map {
            (file: $0, text: try RepositoryTree.text("etc/rules/\($0)"))
        }
        do throws(Faults) {
            _ = try LawReader(shared + texts).read()
            return []
        } catch {
            return error.list
        }
    }
}
