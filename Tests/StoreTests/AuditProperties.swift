import Configuration
import Deadlines
import Store
import Telling
import TestSupport
import Testing

/// What the audit of a store finds, under every rule there is.
@Suite struct AuditProperties {
    private let settings: Settings
    private var zone: Zone { settings.calendar.zone }

    init() throws { settings = try ScratchConfiguration.wholeSettings() }

    /// A store to which random updates have been given at random moments, as by a daemon that is up then.
    private func fill(_ room: StoreRoom, _ seed: inout Seed, sending: Bool) throws -> (store: Store, end: Instant) {
        let store = try room.open()
        var random = RandomCases(under: settings.law)
        var rest = (1...6).flatMap { _ in random.next(&seed).updates }.shuffled(using: &seed)[...]
        let moments = (0...5).map { _ in seed.momentOfCases() }.sorted()
        for now in moments {
            let size = now == moments.last ? rest.count : Int.random(in: 0...rest.count, using: &seed)
            try store.reckonChanged(at: now, using: settings.reckoner())
            _ = try store.take(Array(rest.prefix(size)), at: now, using: settings.reckoner())
            rest = rest.dropFirst(size)
            if sending {
                try store.reckonChanged(at: now, using: settings.reckoner())
                try store.markSent(store.due(at: now, limit: 1000), at: now)
            }
            while try store.stage(at: now, using: settings.reckoner()) {}
        }
        return (store, moments[5])
    }

    private func audit(_ store: Store, at now: Instant) throws -> [AuditFinding] {
        var findings = try store.faults()
        try store.eachStoredCase { slice in
            for audited in slice {
                findings += audited.unreadable
                findings += settings.reckoner().audit(audited.stored, reach: .live, at: now)
            }
        }
        return findings
    }

    @Test(arguments: [false, true]) func `it finds nothing, however much time has passed`(sending: Bool) throws {
        var seed = Seed(for: "audit of what is well")
        for _ in 0..<10 {
            let room = try StoreRoom()
            let (store, end) = try fill(room, &seed, sending: sending)
            for hours in [0, 30, 24 * 400] {
                let now = end.adding(milliseconds: Int64(hours) * 3_600_000)
                let found = try audit(store, at: now)
                try #require(found.isEmpty, "\(seed.advice): at \(zone.text(of: now)), after \(hours) h: \(found)")
            }
        }
    }

    /// What somebody could do to a row by hand, and what must be said of it.
    private static let changes: [(sql: String, row: String)] = [
        ("UPDATE requirements SET due = '2031-01-01' WHERE due NOT LIKE '@%'", "requirement"),
        ("UPDATE requirements SET verdict = 'met', met_at = start WHERE verdict = 'open'", "requirement"),
        ("UPDATE requirements SET missing_from = missing_from + 86400000", "requirement"),
        ("UPDATE requirements SET law = 'x'", "requirement"),
        ("UPDATE requirements SET paused = NOT paused", "requirement"),
        ("UPDATE requirements SET lapsed = '2020-01-01'", "requirement"),
        ("UPDATE requirements SET settled = NOT settled", "requirement"),
        ("DELETE FROM requirements", "requirement"),
        (
            """
            INSERT INTO requirements SELECT case_id, rule, 'zzz', start, due, law, grundlag, ladder, verdict, met_at,
            missing_from, certain_from, uncertain, at_once, planned, paused, progress, closed, cut_short, excuse, lapsed,
            settled FROM requirements LIMIT 1
            """, "requirement"
        ),
        ("UPDATE requirements SET verdict = 'nonsense'", "unreadable"),
        ("UPDATE cases SET caseworker = 'somebody' WHERE id <> 0", "case"),
        ("UPDATE cases SET team = 'else' WHERE id <> 0", "case"),
        ("UPDATE cases SET changes_at = 1 WHERE id <> 0", "case"),
        ("UPDATE cases SET reaches = 1 WHERE id <> 0", "case"),
        ("DELETE FROM notices WHERE state = 'waiting'", "notice"),
        ("UPDATE notices SET person = 'somebody' WHERE state = 'waiting'", "notice"),
        ("UPDATE notices SET role = 'drift' WHERE state = 'waiting'", "notice"),
        ("UPDATE notices SET scheduled = scheduled + 3600000 WHERE state = 'waiting'", "notice"),
        ("UPDATE notices SET scheduled = falls - 1 WHERE state = 'waiting'", "notice"),
        ("UPDATE notices SET falls = falls + 86400000 WHERE state = 'waiting'", "notice"),
        ("UPDATE notices SET state = 'withdrawn' WHERE state = 'waiting'", "notice"),
        ("UPDATE notices SET state = 'sent' WHERE state = 'waiting'", "notice"),
        ("UPDATE notices SET state = 'sent', sent = 1 WHERE state = 'waiting'", "notice"),
        ("UPDATE notices SET state = 'waiting' WHERE state = 'sent'", "notice"),
        ("UPDATE notices SET key = 'x' || key WHERE state = 'sent'", "notice"),
        ("UPDATE notices SET stage = 'nonsense'", "unreadable"),
        ("UPDATE updates SET at = 'nonsense'", "unreadable"),
        ("DELETE FROM updates", "requirement"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM cases WHERE id <> 0", "database"),
    ]

    @Test(arguments: changes.indices) func `each kind of row that is changed by hand is named`(index: Int) throws {
        let change = AuditProperties.changes[index]
        let room = try StoreRoom()
        let store = try room.open()
        let now = try Instant(known: "2026-06-03T09:00:00+02:00")
        let updates = try CaseUpdates.read(
            """
            {"id": "u1", "case": "c-1", "event": "indsats.ivaerksat", "at": "2026-03-02", "ref": "i", \
            "caseworker": "mhs", "team": "nord", "data": {"type": "anbringelse"}}
            {"id": "u2", "case": "c-1", "event": "underretning.modtaget", "at": "2026-06-02T12:00:00+02:00", "ref": "u"}
            """)
        let reckoner = try ScratchConfiguration.wholeSettings().reckoner()
        _ = try store.take(updates, at: Instant(known: "2026-06-02T12:00:00+02:00"), using: reckoner)
        try store.markSent(store.due(at: now, limit: 1000), at: now)
        let before = try audit(store, at: now)
        #expect(before.isEmpty, "\(before)")
        _ = try room.sqlite(change.sql)
        let found = try audit(store, at: now)
        #expect(found.contains { $0.matches(change.row) }, "\(change.sql): \(found)")
        #expect(found.allSatisfy { $0.row == .database || $0.caseID?.rawValue == "c-1" })
    }
}

extension AuditFinding {
    fileprivate func matches(_ name: String) -> Bool {
        switch row {
        case .caseRow: name == "case"
        case .requirement: name == "requirement"
        case .update: name == "update"
        case .notice: name == "notice"
        case .unreadable: name == "unreadable"
        case .database: name == "database"
        }
    }
}
