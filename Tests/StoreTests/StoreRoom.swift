import Configuration
import Deadlines
import Store
import Telling
import TestSupport

/// A state directory of a test's own, and the rules as shipped.
struct StoreRoom {
    let directory: TemporaryDirectory
    let settings: Settings

    init() throws {
        directory = try TemporaryDirectory()
        settings = try ScratchConfiguration.shippedSettings()
    }

    var path: String { directory.path }
    var databasePath: String { "\(path)/\(Store.fileName)" }
    var reckoner: CaseReckoner { settings.reckoner() }

    func open() throws -> Store { try Store(directory: path) }

    /// Runs SQL with the command-line tool, as another program would.
    func sqlite(_ sql: String) throws -> String {
        String(decoding: try ShellCommand(["sqlite3", databasePath, sql]).output(), as: UTF8.self)
    }

    /// A measure that began on 2 March 2026 in this case: its follow-up is due on 2 June.
    static func placement(_ id: String, of caseID: String, type: String = "anbringelse") throws -> Update {
        try CaseUpdates.read(
            """
            {"id": "\(id)", "case": "\(caseID)", "event": "indsats.ivaerksat", "at": "2026-03-02", "ref": "ind-1", \
            "caseworker": "mhs", "team": "nord", "data": {"type": "\(type)"}}
            """)[0]
    }
}

extension Store {
    /// Marks what every sink has had at `moment`.
    func markSent(_ notices: [StoredNotice], at moment: Instant) throws {
        var delivery = Delivery()
        for sink in Sink.allCases { delivery[sink] = .done(moment) }
        try mark(notices.map { ($0, delivery) })
    }

    /// Lets time pass up to `moment` as a daemon does that is up: each thing at its time, what is due sent at once.
    func markDue(at moment: Instant, using reckoner: CaseReckoner) throws {
        while let wake = try nextWake(by: reckoner), wake <= moment {
            try reckonChanged(at: wake, using: reckoner)
            try markSent(due(at: wake, limit: 10_000), at: wake)
            while try stage(at: wake, using: reckoner) {}
        }
    }
}
