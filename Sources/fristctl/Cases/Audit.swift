import Configuration
import Deadlines
import Files
import Notices
import Spool
import Store
import Telling

/// The store compared with what follows from its updates.
struct Audit {
    /// What differs, by case.
    private(set) var findings: [AuditFinding]
    /// How many cases were compared.
    private(set) var cases = 0
    /// What is to be told besides, in sentences.
    private(set) var remarks: [String] = []

    /// Reckons every case anew.
    init(_ settings: Settings) throws {
        let store = try StoreAccess.open(settings)
        guard let reckonedBy = try store.reckonedBy() else {
            throw Failure(
                .failed,
                [
                    "the cases are not all reckoned yet: start fristd, or wait until it says that it has, then audit again"
                ])
        }
        guard reckonedBy == settings.fingerprint else {
            throw Failure(
                .failed,
                [
                    "the cases were last reckoned by other settings than \(settings.file) has: systemctl reload \(settings.unit.name), "
                        + "wait until it says that it reckoned every case, then audit again"
                ])
        }
        findings = try Progress(.timed, label: "looking the database through").watch { try store.faults() }
        let reckoner = settings.reckoner(begun: try store.begun())
        let progress = Progress(.steps(try store.caseCount()), label: "reckoning cases")
        try store.eachStoredCase { slice in
            // After the rows were read, so that nothing in them is of later.
            let now = StoreAccess.now(settings)
            for audited in slice {
                findings += audited.unreadable
                let reach: FeedReach = reckoner.isBatched ? .batched(until: audited.reach) : .live
                findings += reckoner.audit(audited.stored, reach: reach, at: now)
            }
            cases += slice.count
            progress.advance(by: slice.count)
        }
        progress.finish()
        try compareWithTaken(store, settings)
    }
}

extension Audit {
    private mutating func compareWithTaken(_ store: Store, _ settings: Settings) throws {
        do {
            let taken = try TakenComparison(store, settings)
            findings += taken.findings
            if taken.unread > 0 {
                remarks.append(
                    "\(counted(taken.unread, "line")) in done/ cannot be read by the rules of today and were not compared"
                )
            }
        } catch let error as FileError {
            remarks.append("the updates were not compared with what was taken in: \(error)")
        }
    }
}

/// A finding in words and for programs.
extension AuditFinding {
    /// The sort of row: `requirement`.
    var kind: String {
        switch row {
        case .caseRow: "case"
        case .requirement: "requirement"
        case .update: "update"
        case .notice: "notice"
        case .unreadable(let table, _): table
        case .database: "database"
        }
    }

    /// What names the row where case and rule do not.
    private var key: String? {
        switch row {
        case .notice(let key, _): key.rawValue
        case .update(let id): id.rawValue
        case .unreadable(_, let key): key
        case .caseRow, .requirement, .database: nil
        }
    }

    /// The cells of a table.
    var cells: [String] {
        [
            caseID?.rawValue ?? "", requirement?.rule.rawValue ?? "", requirement?.ref?.rawValue ?? "", kind,
            field ?? "",
            "store says \(stored ?? "nothing"), should be \(expected ?? (field == nil ? "nothing" : "none"))",
        ]
    }

    /// An object for programs.
    func json(_ zone: Zone) -> JSON {
        .object([
            ("case", .optional(caseID?.rawValue)), ("ref", .optional(requirement?.ref?.rawValue)),
            ("rule", .optional(requirement?.rule.rawValue)),
            ("start", .optional(requirement?.start.text(in: zone))), ("row", .text(kind)), ("key", .optional(key)),
            ("field", .optional(field)), ("stored", .optional(stored)), ("expected", .optional(expected)),
        ])
    }
}
