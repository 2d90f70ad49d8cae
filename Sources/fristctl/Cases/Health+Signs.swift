import Configuration
import Deadlines
import Notices
import Spool
import Store

/// What operations must see to although the daemon runs.
extension Health {
    /// Milliseconds after which a sign of life, which comes every 90 seconds, is missed.
    private static let longestSilence: Int64 = 300_000

    mutating func lookForLife(_ settings: Settings) {
        guard let beat = ServiceLock.lastBeat(in: settings.directories.state) else {
            return add(.failing, "fristd is not running: start it with systemctl start fristd")
        }
        isRunning = true
        let silence = StoreAccess.systemNow.milliseconds - beat.milliseconds
        guard silence > Health.longestSilence else { return }
        add(
            .failing,
            "fristd has given no sign of life for \(silence / 60_000) minutes: see what it says in journalctl -u fristd, "
                + "then systemctl restart fristd")
    }

    /// What was refused lies there until somebody has seen to it.
    mutating func lookAtSpool(_ settings: Settings) {
        let spool = SpoolDirectory(path: settings.directories.spool)
        do { filesWaiting = try spool.waitingFiles() } catch {
            let path = spool.incomingPath
            add(.degraded, "\(path) cannot be listed: fristd makes it when it starts, and it must be readable here")
            return
        }
        do {
            let (count, newest) = try spool.refusals()
            filesRefused = count
            guard count > 0 else { return }
            let noun = count == 1 ? "1 file was" : "\(count) files were"
            let time = newest.map { ", the last on \(settings.calendar.zone.text(of: $0).prefix(10))" } ?? ""
            add(
                .degraded,
                "\(noun) refused, whole or in part\(time): each *.reason.json in \(spool.path)/rejected says why; have it "
                    + "sent again rightly, then remove both files")
        } catch { add(.degraded, "\(error)") }
    }

    /// A backup or a purge needs as much room as the store takes.
    mutating func lookAtDisks(_ settings: Settings) {
        let directories = settings.directories
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

    /// Minutes that a digest may take after its time before somebody is asked to look.
    private static let patience: Int64 = 15

    /// Where no case was known when it was due, there was nothing to write about.
    mutating func lookAtDigests(_ settings: Settings, since first: Instant?, at moment: Instant) {
        guard let first, isRunning else { return }
        let missing = DigestEdition.missing(
            at: moment.adding(milliseconds: -60_000 * Health.patience),
            in: DigestFiles(logDirectory: settings.directories.log), schedule: settings.digests,
            organisation: settings.organisation, office: settings.office, zone: settings.calendar.zone
        ).filter { DigestSchedule.writing(of: $0.period, in: settings.office) > first }
        guard let first = missing.first, let recipient = first.recipients.first else { return }
        let count = missing.reduce(0) { $0 + $1.recipients.count }
        let noun = count == 1 ? "a digest is" : "\(count) digests are"
        add(
            .degraded,
            "\(noun) not written although due, as \(first.period.name) for \(recipient.id): see journalctl -u fristd for "
                + "what is in the way; they are tried again every minute")
    }

    mutating func lookAtErasures(_ hindered: [Erasure]) {
        guard let trouble = hindered.first?.trouble else { return }
        add(.degraded, "cases that were to be erased may still stand in files, tried again every hour: \(trouble)")
    }
}
