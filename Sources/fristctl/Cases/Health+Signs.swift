import Configuration
import Deadlines
import Figures
import Notices
import Spool
import Store
import Systemd

/// What operations must see to although the daemon runs.
extension Health {
    /// Milliseconds after which a sign of life, which comes every 90 seconds, is missed.
    private static let longestSilence: Int64 = 300_000

    mutating func lookForLife(in directory: String, of unit: ServiceUnit) {
        switch ServiceLock.sight(of: directory) {
        case .stopped:
            isRunning = false
            add(.failing, "fristd is not running: start it with systemctl start \(unit.name)")
        case .unseen:
            add(
                .degraded,
                "whether fristd runs cannot be seen from here, since \(directory) is for the group \(unit.group): be in it, "
                    + "or ask systemctl is-active \(unit.name)")
        case .running(let beat, _):
            isRunning = true
            let silence = StoreAccess.systemNow.milliseconds - beat.milliseconds
            guard silence > Health.longestSilence else { return }
            add(
                .failing,
                "fristd has given no sign of life for \(silence / 60_000) minutes: see what it says in "
                    + "journalctl -u \(unit.name), then systemctl restart \(unit.name)")
        }
    }

    /// Whether the daemon can work there is for the daemon to say: others see more of the spool, or less.
    mutating func lookAtSpool(_ settings: Settings) {
        let note = isRunning == true ? IntakeNote.read(in: settings.directories.state) : nil
        if let trouble = note?.trouble {
            let since = Moment.instant(trouble.since).brief(in: settings.calendar.zone)
            add(.degraded, "updates are not taken in, or not all, since \(since): \(trouble.reason)")
        }
        let spool = SpoolDirectory(path: settings.directories.spool)
        do { filesWaiting = try spool.waitingFiles() } catch {
            filesWaiting = note?.filesWaiting
            if isRunning == true, filesWaiting == nil, note?.trouble == nil {
                add(
                    .degraded,
                    "how many files wait in \(spool.incomingPath) is not for this account to see, and fristd has not noted "
                        + "it: look as root, and at journalctl -u \(settings.unit.name)")
            }
        }
        do {
            let (count, newest) = try spool.refusals()
            addRefusals(count, newest, settings)
        } catch {
            if let count = note?.filesRefused {
                addRefusals(count, nil, settings)
            } else if isRunning == true {
                add(.degraded, "what was refused cannot be seen: \(error)")
            }
        }
    }

    /// What was refused lies there until somebody has seen to it.
    private mutating func addRefusals(_ count: Int, _ newest: Instant?, _ settings: Settings) {
        filesRefused = count
        guard count > 0 else { return }
        let noun = count == 1 ? "1 file was" : "\(count) files were"
        let time = newest.map { ", the last on \(settings.calendar.zone.text(of: $0).prefix(10))" } ?? ""
        add(
            .degraded,
            "\(noun) refused, whole or in part\(time): each *.reason.json in \(settings.directories.spool)/rejected says "
                + "why; have it sent again rightly, then remove both files")
    }

    /// A backup or a purge needs as much room as the store takes.
    mutating func lookAtDisks(_ directories: Settings.Directories) {
        let wanted = max(256 << 20, Store.size(in: directories.state))
        var seen: Set<String> = []
        for path in [directories.state, directories.log, directories.spool] where seen.insert(path).inserted {
            guard let room = DiskRoom(at: path) else { continue }
            if room.isOutOfFiles || room.bytes < 16 << 20 {
                add(.failing, "\(path) is full or nearly so, \(room.text): make room, or nothing can be taken or told")
            } else if room.bytes < wanted {
                add(.degraded, "\(path) is filling up, \(room.text): make room before it is full")
            }
        }
    }

    /// A view that is not there degrades nothing: the files are the record.
    mutating func lookAtJournal() {
        guard !Journal.isListening else { return }
        add(.well, "no journal listens at \(Journal.socket): what people are told stands in the log files alone")
    }

    /// Minutes that a digest may take after its time before somebody is asked to look.
    private static let patience: Int64 = 15

    /// Where no case was known when it was due, there was nothing to write about.
    mutating func lookAtDigests(_ settings: Settings, since first: Instant?, at moment: Instant) {
        guard let first, isRunning == true else { return }
        let missing = DigestEdition.missing(
            at: moment.adding(milliseconds: -60_000 * Health.patience),
            in: DigestFiles(logDirectory: settings.directories.log), schedule: settings.digests,
            organisation: settings.organisation, office: settings.office, zone: settings.calendar.zone, known: first
        ).filter { DigestSchedule.writing(of: $0.period, in: settings.office) > first }
        guard let first = missing.first, let recipient = first.recipients.first else { return }
        let count = missing.reduce(0) { $0 + $1.recipients.count }
        let noun = count == 1 ? "a digest is" : "\(count) digests are"
        add(
            .degraded,
            "\(noun) not written although due, as \(first.period.name) for \(recipient.id): see "
                + "journalctl -u \(settings.unit.name) for what is in the way; they are tried again every minute")
    }

    mutating func lookAtErasures(_ open: [Erasure]) {
        guard let trouble = open.compactMap(\.trouble).first else { return }
        add(.degraded, "cases that were to be erased may still stand in files, tried again every hour: \(trouble)")
    }
}
