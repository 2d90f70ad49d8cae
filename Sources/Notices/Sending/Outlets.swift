import Deadlines
import Store
import Systemd
import Telling

/// The persons' logs, the journal and the record: what takes notices, and what goes wrong there.
final class Outlets {
    private let log: NoticeLog
    private let clock: DaemonClock
    var zone: Zone
    var journalNamesCase: Bool
    private(set) var troubles: Troubles

    init(log: NoticeLog, clock: DaemonClock, zone: Zone, journalNamesCase: Bool, policy: RetryPolicy) {
        self.log = log
        self.clock = clock
        self.zone = zone
        self.journalNamesCase = journalNamesCase
        troubles = Troubles(policy: policy)
        openRecord()
    }

    /// Gives each sink what it lacks, and notes on each parcel what has come of it. The persons come first: they are who
    /// waits, and the record says that they have been told.
    func take(_ parcels: inout [Parcel], _ wording: Wording) {
        let files = Dictionary(grouping: parcels.indices.filter { parcels[$0].lacks(.person) }) { parcels[$0].file }
        for (file, positions) in files {
            attempt(.person(file), positions, &parcels) { parcels, isSuspect in
                try log.append(
                    entries(positions.map { parcels[$0] }), to: file, recovering: isSuspect
                ) { wording.heading(of: $0.map(\.text), to: file.person, at: clock.now) }
            }
        }
        takeIntoJournal(&parcels)
        takeIntoRecord(&parcels)
    }

    private func takeIntoRecord(_ parcels: inout [Parcel]) {
        let positions = parcels.indices.filter { parcels[$0].lacks(.record) }
        attempt(.record, positions, &parcels) { parcels, isSuspect in
            try log.appendToRecord(lines(of: positions.map { parcels[$0] }), recovering: isSuspect)
        }
    }

    /// The record's lines, in the order in which people were told.
    private func lines(of parcels: [Parcel]) -> [(key: NoticeKey, text: String)] {
        var told: [(instant: Instant, position: Int)] = []
        for (position, parcel) in parcels.enumerated() {
            if let instant = parcel.delivery.told { told.append((instant, position)) }
        }
        told.sort { $0 < $1 }
        return told.map { instant, position in
            let parcel = parcels[position]
            return (parcel.planned.key, JSON.object(parcel.notice.record(parcel.text, sent: instant, in: zone)).line)
        }
    }

    private func takeIntoJournal(_ parcels: inout [Parcel]) {
        var rest = parcels.indices.filter { parcels[$0].lacks(.journal) }[...]
        guard !rest.isEmpty else { return }
        let moment = clock.now
        if rest.contains(where: { parcels[$0].isAskedFor(.journal) }) { troubles.retry(.journal, at: moment) }
        let mayTry = troubles.mayTry(.journal, at: moment)
        // One at a time: the journal keeps what it has taken before it fails.
        while mayTry, let next = rest.first {
            // Where there is no journal nothing waits for one: the files are the record, and status says so.
            do throws(JournalError) { try Journal.send(entry(of: parcels[next])) } catch {
                troubles.fail(.journal, "\(error)", at: moment)
                break
            }
            troubles.end(.journal)
            parcels[next].delivery[.journal] = .done(moment)
            rest = rest.dropFirst()
        }
        note(.journal, Array(rest), &parcels, wasTried: mayTry, at: moment)
    }

    private func entry(of parcel: Parcel) -> JournalEntry {
        JournalNotice(
            parcel.planned, message: journalNamesCase ? parcel.text.message : parcel.text.opening, zone: zone,
            namesCase: journalNamesCase
        ).entry
    }

    /// Lets the outlet take the parcels at `positions` together, if it may be tried now.
    private func attempt(
        _ outlet: Outlet, _ positions: [Int], _ parcels: inout [Parcel],
        write: ([Parcel], _ isSuspect: Bool) throws -> Void
    ) {
        guard !positions.isEmpty else { return }
        let moment = clock.now
        if positions.contains(where: { parcels[$0].isAskedFor(outlet.sink) }) { troubles.retry(outlet, at: moment) }
        let mayTry = troubles.mayTry(outlet, at: moment)
        if mayTry {
            do {
                try write(parcels, troubles.isSuspect(outlet))
                troubles.end(outlet)
                let done = clock.now
                for position in positions {
                    // The clock may have been set back since the notice was due.
                    parcels[position].delivery[outlet.sink] = .done(
                        max(done, parcels[position].notice.queued.scheduled))
                }
                return
            } catch {
                troubles.fail(outlet, "\(error)", at: clock.now)
            }
        }
        note(outlet, positions, &parcels, wasTried: mayTry, at: moment)
    }

    /// Writes on the parcels why the outlet has not got them.
    private func note(
        _ outlet: Outlet, _ positions: [Int], _ parcels: inout [Parcel], wasTried: Bool, at moment: Instant
    ) {
        for position in positions {
            let progress = parcels[position].delivery[outlet.sink]
            if let failure = troubles.failure(of: outlet, after: progress, wasTried: wasTried, at: moment) {
                parcels[position].delivery[outlet.sink] = .failing(failure)
            }
        }
    }

    /// What one person is told together, most urgent first.
    private func entries(_ parcels: [Parcel]) -> [NoticeLog.Entry] {
        parcels.sorted { $0.planned.isMoreUrgent(than: $1.planned, in: zone) }.map {
            NoticeLog.Entry(key: $0.planned.key, text: $0.text)
        }
    }

    /// Goes on in new files.
    func reopen() {
        log.close()
        openRecord()
    }

    private func openRecord() {
        do { try log.openRecord() } catch { expectTrouble(.record, error) }
    }

    /// The outlet is tried nevertheless, but what it has is looked at before.
    private func expectTrouble(_ outlet: Outlet, _ error: any Error) {
        troubles.fail(outlet, "\(error)", at: clock.now)
        troubles.retry(outlet, at: clock.now)
    }

    /// Every outlet is tried when it next has something to take.
    func retryAll() { troubles.retryAll(at: clock.now) }

    /// What those who run the service should hear now.
    func takeNews() -> Troubles.News { troubles.takeNews() }
}

/// What the last run left in the files. What cannot be read counts as failed, so that it is looked at before more is written.
extension Outlets {
    /// Up to when notices can have been sent, by a clock that was ahead of the system's by `offset`.
    func lastSent(offset: Int64) -> Instant? {
        // What cannot be read is found again when it is examined.
        let recorded = (try? log.lastRecorded()) ?? nil
        return [recorded, log.lastWritten()?.adding(milliseconds: offset)].compactMap(\.self).max()
    }

    /// The last keys of the record, with when they were sent.
    func recorded() -> [NoticeKey: Instant] {
        examine(.record) { try log.recorded() }
    }

    /// The oldest notice among those that is about one case; nil where there is none.
    func oldestRecorded() -> (key: NoticeKey, caseID: CaseID)? {
        // What cannot be read is told where the keys are read.
        (try? log.oldestRecorded()) ?? nil
    }

    /// The last notices of the record that are each about one case.
    func latestRecorded() -> [(key: NoticeKey, caseID: CaseID)] {
        // What cannot be read is told where the keys are read.
        (try? log.latestRecorded()) ?? []
    }

    /// All keys of the record, however old.
    func recordedEver() -> [NoticeKey: Instant] {
        examine(.record) { try log.recordedEver() }
    }

    /// The last keys of a person's log, with when that was last written.
    func written(to file: NoticeLog.PersonFile) -> [NoticeKey: Instant] {
        examine(.person(file)) { try log.keys(in: file).mapValues { $0.adding(milliseconds: clock.offset) } }
    }

    private func examine(
        _ outlet: Outlet, _ body: () throws -> [NoticeKey: Instant]
    ) -> [NoticeKey: Instant] {
        do { return try body() } catch {
            expectTrouble(outlet, error)
            return [:]
        }
    }
}
