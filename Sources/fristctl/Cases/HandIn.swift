import Configuration
import Spool
import Store

/// Updates handed in to the daemon, and what became of them.
struct HandIn {
    /// What was done, for standard output.
    private(set) var told: [String] = []
    /// The report of what the daemon refused; nil when it refused nothing, was not waited for or cannot be seen.
    private(set) var report: String?

    /// Puts `lines` into the spool of the service `unit`.
    ///
    /// - Parameter waits: waits until the daemon has taken them.
    init(_ lines: [[UInt8]], _ directories: Settings.Directories, of unit: ServiceUnit, waits: Bool) throws {
        guard !lines.isEmpty else { return }
        let outbox = Outbox(directories, of: unit)
        let name = try outbox.put(lines)
        told.append("\(lines.count == 1 ? "1 update is" : "\(lines.count) updates are") in the spool as \(name)")
        guard waits else { return }
        switch try outbox.awaitVerdict(on: name) {
        case .taken: told.append("taken")
        case .refused(let report): self.report = report
        case .unseen(let report):
            told.append("read; whether any was refused is for the group \(unit.group) to see, in \(report)")
        }
    }
}
