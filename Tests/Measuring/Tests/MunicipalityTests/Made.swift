import Configuration
import Deadlines
import Municipality
import TestSupport

/// Municipalities under the shipped configuration, each made once for all tests.
enum Made {
    /// The whole one, of which the README tells.
    static let whole = Result { Municipality(seed: 4, year: 2025, calendar: try settings.calendar) }
    /// A small one, of four caseworkers with five cases each.
    static let small = Result {
        Municipality(seed: 7, year: 2025, desks: 4, caseload: 5, calendar: try settings.calendar)
    }

    /// What `etc/fristd.toml` says.
    static var settings: Settings { get throws { try Shipped.settings } }

    /// Europe/Copenhagen.
    static var zone: Zone { get throws { try settings.calendar.zone } }
}
