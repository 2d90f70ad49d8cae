import Configuration
import Deadlines
import Foundation
import Logging
import Notices
import Rules
import Store
import TestSupport

/// A store and a log directory of a test's own, and what sends from one to the other.
struct SendingRoom {
    private let directory: TemporaryDirectory
    let settings: Settings
    let store: Store
    /// A case that no other test has, so that keys in the journal are this test's alone.
    let name: String

    init(wholeLaw: Bool = false) throws {
        directory = try TemporaryDirectory()
        settings = try wholeLaw ? ScratchConfiguration.wholeSettings() : ScratchConfiguration.shippedSettings()
        try FileManager.default.createDirectory(atPath: "\(directory.path)/state", withIntermediateDirectories: false)
        store = try Store(directory: "\(directory.path)/state")
        name = String((0..<12).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() ?? "a" })
    }

    var log: String { "\(directory.path)/log" }
    var record: String { "\(log)/notices.jsonl" }

    /// Takes in lines of JSON; `CASE` in them becomes this room's case.
    func take(_ lines: String, at moment: String, into other: Store? = nil) throws {
        let updates = try CaseUpdates.read(lines.replacingOccurrences(of: "CASE", with: name))
        _ = try (other ?? store).take(updates, at: Instant(known: moment), using: settings.reckoner())
    }

    func sender(
        at moment: String, of other: Store? = nil, log: String? = nil, wording: Wording? = nil,
        journalNamesCase: Bool = true
    ) throws -> Sender {
        try sender(
            by: DaemonClock(startingAt: Instant(known: moment)), of: other, log: log, wording: wording,
            journalNamesCase: journalNamesCase)
    }

    func sender(
        by clock: DaemonClock, of other: Store? = nil, log: String? = nil, wording: Wording? = nil,
        journalNamesCase: Bool = true, policy: RetryPolicy = .standard
    ) throws -> Sender {
        guard JournalDaemon.isSeen else { throw NoJournal() }
        return try Sender(
            store: other ?? store, logDirectory: log ?? self.log, clock: clock, logger: Logger(label: "test"),
            wording: wording ?? SendingRoom.wording(settings.wording.texts, settings), zone: settings.calendar.zone,
            journalNamesCase: journalNamesCase, reckoner: settings.reckoner(), policy: policy)
    }

    static func wording(_ templates: [String: String], _ settings: Settings? = nil) throws -> Wording {
        let settings = try settings ?? ScratchConfiguration.shippedSettings()
        return try Wording(
            WordingFiles(directory: "da", texts: templates), law: settings.law, zone: settings.calendar.zone,
            office: settings.office, organisation: settings.organisation)
    }

    /// The store as a crash now would leave it; or one at `moment`, when all that is due has come into the queue and nothing is
    /// marked.
    func copyOfStore(at moment: String? = nil) throws -> Store {
        if let moment { try store.reckonChanged(at: Instant(known: moment), using: settings.reckoner()) }
        let copy = "\(directory.path)/copy\(UInt64.random(in: 0 ... .max))"
        try FileManager.default.copyItem(atPath: "\(directory.path)/state", toPath: copy)
        return try Store(directory: copy)
    }

    /// Runs SQL on the store, as another program would.
    func sqlite(_ sql: String) throws {
        _ = try ShellCommand(["sqlite3", "\(directory.path)/state/\(Store.fileName)", sql]).output()
    }

    /// The lines of the record, each read by Foundation.
    func recordLines(of path: String? = nil) throws -> [[String: Any]] {
        try WholeLines.of(path ?? record).map { line in
            guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
                throw NoObject(line: line)
            }
            return object
        }
    }

    /// The keys in the record, in its order.
    func recordedKeys(of path: String? = nil) throws -> [String] {
        try recordLines(of: path).compactMap { $0["key"] as? String }
    }

    private struct NoObject: Error {
        let line: String
    }

    private struct NoJournal: Error, CustomStringConvertible {
        let description = "this would write to the machine's journal; give the suite the trait .ownJournal"
    }
}

/// A morning with a notice of every stage.
extension SendingRoom {
    /// When all of it has been sent.
    static let evening = "2026-06-03T17:00:00+02:00"

    /// Takes in what makes it.
    func takeOneOfEach() throws {
        try take(
            """
            {"id": "a", "case": "CASE", "event": "indsats.ivaerksat", "at": "2026-03-02", "ref": "overdue", \
            "team": "nord", "data": {"type": "anbringelse"}}
            {"id": "b", "case": "CASE", "event": "indsats.ivaerksat", "at": "2026-02-25", "ref": "escalation", \
            "data": {"type": "anbringelse"}}
            {"id": "c", "case": "CASE", "event": "indsats.ivaerksat", "at": "2026-03-10", "ref": "reminder", \
            "data": {"type": "anbringelse"}}
            """, at: "2026-05-30T10:00:00+02:00")
        try take(
            """
            {"id": "d", "case": "CASE", "event": "underretning.modtaget", "at": "2026-06-02T12:00:00+02:00"}
            {"id": "f", "case": "CASE", "event": "sag.tildelt", "at": "2026-06-02T12:00:00+02:00", "caseworker": "mhs"}
            {"id": "e", "case": "CASE", "event": "afgoerelse.truffet", "at": "2026-06-02", "ref": "breach", \
            "data": {"type": "stoettende"}}
            """, at: "2026-06-02T12:00:01+02:00")
    }
}
