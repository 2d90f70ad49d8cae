import Configuration
import Spool
import Store

/// Updates handed in to the daemon, and what became of them.
struct HandIn {
    /// What was done, for standard output.
    private(set) var told: [String] = []
    /// The report of what the daemon refused; nil when it refused nothing or was not waited for.
    private(set) var report: String?

    /// Puts `lines` into the spool.
    ///
    /// - Parameter waits: waits until the daemon has taken them.
    init(_ lines: [[UInt8]], _ directories: Settings.Directories, waits: Bool) throws {
        guard !lines.isEmpty else { return }
        let outbox = Outbox(spool: SpoolDirectory(path: directories.spool))
        let name = try outbox.put(lines)
        told.append("\(lines.count == 1 ? "1 update is" : "\(lines.count) updates are") in the spool as \(name)")
        guard waits else { return }
        report = try outbox.awaitVerdict(on: name) { ServiceLock.clockOffset(in: directories.state) != nil }
        if report == nil { told.append("taken") }
    }
}
