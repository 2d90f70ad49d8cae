import Configuration
import Notices

/// Updates handed in to the daemon, and what became of them.
struct HandIn {
    /// What was done, for standard output.
    private(set) var told: [String] = []
    /// That the daemon refused some, and which report says so; nil when it refused nothing, was not waited for or cannot be seen.
    private(set) var refused: String?

    /// Puts `lines` into the spool.
    ///
    /// - Parameter waits: waits until the daemon has taken them.
    init(_ lines: [[UInt8]], to outbox: Outbox, waits: Bool) throws {
        guard !lines.isEmpty else { return }
        let wording = outbox.wording
        let name = try outbox.put(lines)
        let count: [SubmitWord.Gaps: String?] = [.count: String(lines.count), .one: lines.count == 1 ? "1" : nil]
        told.append(wording.say(SubmitWord.submitted, count.merging([.file: name]) { $1 }))
        guard waits else { return }
        switch try outbox.awaitVerdict(on: name) {
        case .taken: told.append(wording.say(SubmitWord.taken))
        case .refused(let report): refused = wording.say(SubmitWord.refused, [.report: report])
        case .unseen(let report):
            told.append(wording.say(SubmitWord.unseen, [.group: outbox.unit.group, .report: report]))
        }
    }
}
