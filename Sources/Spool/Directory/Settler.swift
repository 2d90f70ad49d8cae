import Deadlines
package import Files
import Telling

/// Moves files that have been taken in out of `incoming/` (spec §7).
///
/// To be called when a batch's updates are on disk. What is refused, and why, is on disk before its file leaves
/// `incoming/`; so a crash at any point loses nothing, and a file that is read again because of one changes nothing.
package struct Settler: Sendable {
    /// The points between which a crash can come; tests stop here.
    enum Step: CaseIterable, Sendable {
        case begun, copied, copiesSynced, claimed, moved, movesSynced
    }

    /// A file that is ready to leave `incoming/`.
    private struct Departure {
        let file: TakenFile
        let refusals: Refusals
        /// Its name in `rejected/`; nil when nothing is refused.
        let rejected: FileName?
        /// Whether all that is kept of it has been written elsewhere.
        var isCopied: Bool { rejected == nil ? file.export != nil : file.isCopied }
    }

    private let spool: SpoolDirectory
    private let reached: @Sendable (Step) -> Void
    /// What is refused of files that the next batch goes on with.
    private var unfinished: [FileIdentity: Refusals] = [:]

    /// A settler of the files of `spool`.
    package init(spool: SpoolDirectory) {
        self.init(spool: spool) { _ in }
    }

    init(spool: SpoolDirectory, reached: @escaping @Sendable (Step) -> Void) {
        self.spool = spool
        self.reached = reached
    }

    /// Moves the files that end in `batch`; batches must come in the order they were read.
    ///
    /// A file without refusals goes to `done/<date>/`, the local date of `time`. Of others the good lines go there and
    /// the refused ones, masked, to `rejected/`, with a report beside them. A name that is taken gets a number before
    /// its ending; nothing is overwritten.
    /// - Throws: when the directories cannot be opened; nothing has been moved then. What goes wrong with one file is
    ///   told in the settlement, and the others go on.
    package mutating func settle(_ batch: Batch, at time: WallTime) throws(FileError) -> Settlement {
        let finished = finished(in: batch)
        var settlement = Settlement()
        guard !finished.isEmpty else { return settlement }
        let room = try SettlingRoom(spool, date: time.zone.date(of: time.now))
        reached(.begun)
        let departures = write(finished, Copies(room: room, time: time), &settlement)
        if departures.contains(where: { $0.rejected != nil || $0.isCopied }) {
            try room.rejected.sync()
            try room.done.sync()
        }
        reached(.copiesSynced)
        for departure in departures { depart(departure, room, &settlement) }
        reached(.moved)
        // What leaves must first have arrived.
        try room.done.sync()
        if departures.contains(where: { !$0.file.isCopied }) { try room.rejected.sync() }
        try room.incoming.sync()
        reached(.movesSynced)
        return settlement
    }

    private mutating func finished(in batch: Batch) -> [(TakenFile, Refusals)] {
        var finished: [(TakenFile, Refusals)] = []
        for file in batch.files {
            var refusals = unfinished.removeValue(forKey: file.identity) ?? Refusals()
            refusals.add(file.refusals)
            switch file.end {
            case .more: unfinished[file.identity] = refusals
            case .complete: finished.append((file, refusals))
            case .abandoned: break
            }
        }
        return finished
    }

    /// Writes what is kept of refused files, and says which files may leave.
    private func write(
        _ files: [(TakenFile, Refusals)], _ copies: Copies, _ settlement: inout Settlement
    ) -> [Departure] {
        var departures: [Departure] = []
        for (file, refusals) in files {
            do throws(FileError) {
                if refusals.isEmpty, let export = file.export {
                    if try copies.writeGood(file, export) {
                        departures.append(Departure(file: file, refusals: refusals, rejected: nil))
                    } else {
                        settlement.changed += 1
                    }
                } else if refusals.isEmpty {
                    departures.append(Departure(file: file, refusals: refusals, rejected: nil))
                } else if !file.isCopied {
                    let name = try copies.writeReport(file, refusals)
                    departures.append(Departure(file: file, refusals: refusals, rejected: name))
                } else if let name = try copies.write(file, refusals) {
                    departures.append(Departure(file: file, refusals: refusals, rejected: name))
                } else {
                    settlement.changed += 1
                }
                reached(.copied)
            } catch {
                settlement.troubles.append(error)
            }
        }
        return departures
    }

    /// Takes one file out of `incoming/`.
    private func depart(_ departure: Departure, _ room: SettlingRoom, _ settlement: inout Settlement) {
        let file = departure.file
        do throws(FileError) {
            // Whatever has the name now is taken aside and looked at there, where no producer can exchange it: what has
            // not been read must not leave.
            guard try claim(file, room) else {
                settlement.changed += 1
                return
            }
            reached(.claimed)
            guard let name = departure.rejected else {
                if departure.isCopied {
                    try room.settling.remove(file.entry)
                } else {
                    try room.settling.move(file.entry, to: room.done, as: room.done.freeName(for: file.entry))
                }
                settlement.done += 1
                return
            }
            if departure.isCopied {
                try room.settling.remove(file.entry)
            } else {
                try room.settling.move(file.entry, to: room.rejected, as: name)
            }
            settlement.rejected.append(
                Settlement.Rejected(
                    name: file.name, refusals: departure.refusals, report: "rejected/\(name.report.text)"))
        } catch {
            settlement.troubles.append(error)
        }
    }

    private func claim(_ file: TakenFile, _ room: SettlingRoom) throws(FileError) -> Bool {
        guard try file.directory.status(of: file.entry) != nil else { return false }
        try file.directory.move(file.entry, to: room.settling, as: file.entry)
        let status = try room.settling.status(of: file.entry)
        if status.map(FileIdentity.init) == file.identity { return true }
        try room.settling.move(file.entry, to: room.incoming, as: room.incoming.freeName(for: file.entry))
        return false
    }
}
