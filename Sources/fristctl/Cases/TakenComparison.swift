import Configuration
import Deadlines
import Import
import Spool
import Store
import Systemd
import Telling

/// The updates of the store compared with what lies in `done/` as it was taken in: of the updates themselves there is no
/// other witness.
struct TakenComparison {
    /// What differs.
    private(set) var findings: [AuditFinding] = []
    /// How many lines were compared.
    private(set) var lines = 0
    /// How many lines the rules of today do not understand.
    private(set) var unread = 0

    private let store: Store
    private let zone: Zone

    /// Compares with every file that has not been put elsewhere.
    ///
    /// - Throws: when the directory or one of its files cannot be read.
    init(_ store: Store, _ settings: Settings) throws {
        self.store = store
        zone = settings.calendar.zone
        // What comes after this is not looked at: what lies there is in the store.
        let files = try SpoolDirectory(path: settings.directories.spool).takenFiles()
        let progress = Progress(.steps(files.reduce(0) { $0 + $1.size }), label: "comparing with done/")
        let reader = UpdateReader(vocabulary: settings.law.vocabulary, rules: settings.law.ruleNames)
        for (path, _) in files {
            var file = try UpdateFile(path: path, reader: reader)
            try file.eachSlice(of: 500) { slice in
                try compare(slice)
                progress.advance(by: slice.reduce(0) { $0 + $1.bytes.count + 1 })
            }
        }
    }

    private mutating func compare(_ slice: [UpdateLine]) throws {
        let taken = slice.compactMap { try? $0.result.get() }
        unread += slice.count - taken.count
        lines += taken.count
        let known = try store.updates(taken.map(\.id))
        for update in taken where known[update.id] != update {
            findings.append(
                AuditFinding(
                    update.caseID, .update(update.id),
                    stored: known[update.id].map { $0.inputLine(in: zone) },
                    expected: update.inputLine(in: zone)))
        }
    }
}
