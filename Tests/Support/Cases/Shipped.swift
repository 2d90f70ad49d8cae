package import Configuration
package import Deadlines
import Rules
package import Telling

/// The configuration as the tree ships it, read once for all tests.
package enum Shipped {
    private static let result = Result { () throws(Faults) in
        try SettingsReader(file: RepositoryTree.path("etc/fristd.toml")).read()
    }

    /// What `etc/fristd.toml` and the files it names say.
    package static var settings: Settings { get throws { try result.get() } }

    /// The rules.
    package static var law: Law { get throws { try settings.law } }

    /// The rules with the local pack turned on.
    package static var wholeLaw: Law { get throws { try whole.get().law } }

    /// The ladders of all rules, the local ones too.
    package static var ladders: [LadderID: Ladder] { get throws { try whole.get().ladders } }

    private static let whole = Result {
        let packs = ["begreber", "stiger", "serviceloven", "barnets-lov", "retssikkerhedsloven", "lokal"]
        return try LawReader(
            packs.map { (file: $0, text: try RepositoryTree.text("etc/rules/\($0).toml")) }
        ).read()
    }

    /// The same with these rules alone.
    package static func law(only rules: [String]) throws -> Law {
        try law.only(rules)
    }

    /// Working days and zone.
    package static var calendar: WorkCalendar { get throws { try settings.calendar } }

    /// Europe/Copenhagen.
    package static var zone: Zone { get throws { try settings.calendar.zone } }
}
