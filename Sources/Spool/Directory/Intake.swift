import Deadlines
package import Files
import Glibc
import Import

/// Takes in the files of `incoming/`, batch by batch.
///
/// `look` lists the directory, `next` reads; what a batch holds is committed by the caller and then settled
/// (`Settler`). A file that is looked at again before it was settled is read twice, which changes nothing.
package struct Intake: Sendable {
    private let spool: SpoolDirectory
    private let reader: UpdateReader
    private let producers: Producers
    private let imports: ExportImports
    private let rest: Rest
    private var arrivals = Arrivals()
    private var directory: Directory?
    /// Files waiting, the next last.
    private var waiting: [Directory.Entry] = []
    private var open: AnyReading?

    /// How long until a file that was passed over may have rested, in milliseconds; nil when none was. To be asked
    /// when `next` has nothing more: look again then.
    package private(set) var lookAgain: Int64?

    /// An intake of the files in `spool`.
    package init(
        spool: SpoolDirectory, reader: UpdateReader, producers: Producers = Producers(), imports: ExportImports = .none
    ) {
        self.init(spool: spool, reader: reader, producers: producers, imports: imports, rest: .standard)
    }

    init(spool: SpoolDirectory, reader: UpdateReader, producers: Producers, imports: ExportImports = .none, rest: Rest)
    {
        self.spool = spool
        self.reader = reader
        self.producers = producers
        self.imports = imports
        self.rest = rest
    }

    /// How many files wait to be read, as of the last look.
    package var waitingFiles: Int { waiting.count + (open == nil ? 0 : 1) }

    /// Lists `incoming/`, with what a watch has seen since the last look.
    ///
    /// - Throws: when the directory cannot be opened; it is made when it is missing.
    package mutating func look(_ arrivals: Arrivals = Arrivals()) throws(FileError) {
        self.arrivals.add(arrivals)
        let directory = try spool.incoming()
        let entries = try directory.entries()
        self.arrivals.keep(only: entries)
        let current = open?.entry
        waiting = entries.filter { $0.name != current }.sorted { $1.name < $0.name }
        self.directory = directory
        lookAgain = nil
    }

    /// Reads on until `limit` updates are found or, so that hundreds of refused files do not make one batch without
    /// end, as many lines or files were seen; nil when nothing waits.
    package mutating func next(limit: Int, clock: WallTime) -> Batch? {
        var batch = Batch()
        var budget = limit
        while budget > 0, open != nil || !waiting.isEmpty {
            // An export is compared with the store, which must first have what came before it.
            if open == nil, !batch.entries.isEmpty, let next = waiting.last, imports.rule(of: next.name.text) != nil {
                break
            }
            let before = budget
            switch open ?? take(into: &batch, clock: clock) {
            case nil: break
            case .lines(var reading):
                open = reading.read(into: &batch, budget: &budget, clock: clock) == .more ? .lines(reading) : nil
            case .export(var reading):
                open = reading.read(into: &batch, budget: &budget) == .more ? .export(reading) : nil
            }
            if budget == before { budget -= 1 }
        }
        // A directory held open would not tell the watch that it has been removed (IN_DELETE_SELF).
        if waiting.isEmpty { directory = nil }
        return batch.files.isEmpty && batch.troubles.isEmpty && waiting.isEmpty ? nil : batch
    }

    /// The next file that waits, when it is one to be read; others are refused into `batch`, or passed over.
    private mutating func take(into batch: inout Batch, clock: WallTime) -> AnyReading? {
        guard let directory, let entry = waiting.popLast() else { return nil }
        do throws(FileError) {
            let door = Door(directory: directory, producers: producers, imports: imports)
            switch try door.open(entry) {
            case .gone: return nil
            case .refused(let file):
                batch.files.append(file)
                return nil
            case .opened(let file, let status, let refusal):
                guard isReady(entry.name, status) else { return nil }
                let keeping = imports.keeping(ofFile: entry.name.text)
                var taken = TakenFile(entry.name, in: directory, status: status, keeping: keeping)
                if let refusal {
                    taken.refusals.add(refusal)
                    batch.files.append(taken)
                    return nil
                }
                if let rule = imports.rule(of: entry.name.text) {
                    return export(taken, file, status, rule, into: &batch, clock: clock)
                }
                return .lines(Reading(taken, file, status: status, reader: reader, producers: producers))
            }
        } catch {
            batch.troubles.append(error)
            return nil
        }
    }

    private mutating func export(
        _ taken: TakenFile, _ file: OpenFile, _ status: stat, _ rule: ExportImports.Rule, into batch: inout Batch,
        clock: WallTime
    ) -> AnyReading? {
        do {
            return .export(
                try ExportReading(
                    taken, file, status: status, rule: rule, imports: imports, reader: reader,
                    producers: producers, clock: clock, into: &batch))
        } catch let refusal as Refusal {
            var taken = taken
            taken.refusals.add(refusal.ofWhole)
            batch.files.append(taken)
        } catch {
            batch.troubles.append(error)
            lookAgain = min(lookAgain ?? Intake.pause, Intake.pause)
        }
        return nil
    }

    /// How long until an export is tried again when the store could not be asked, in milliseconds.
    private static let pause: Int64 = 10_000

    private mutating func isReady(_ name: FileName, _ status: stat) -> Bool {
        // Asked once: should the file be there again, it may be another one.
        if arrivals.finished.remove(name) != nil { return true }
        let isBeingWritten = arrivals.unfinished.contains(name)
        let missing = rest.missing(status, isBeingWritten: isBeingWritten, now: Rest.now())
        if missing > 0 { lookAgain = min(lookAgain ?? missing, missing) }
        return missing == 0
    }
}
