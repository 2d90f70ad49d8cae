import Deadlines
import Notices
import Store
import Telling

/// Notices as tables for a terminal.
struct NoticeTables {
    let wording: Wording
    let output: Output

    /// When, whom, what, and where it stands.
    func all(_ notices: [StoredNotice]) -> [String] {
        var table = Table(
            [.time, .state, .recipient, .case, .ref].map { wording.column($0) } + [wording.column(.message, .beneath)])
        for notice in notices { table.add(row(notice)) }
        return table.lines(for: output) + reasons(notices)
    }

    private func row(_ notice: StoredNotice) -> [String] {
        let planned = notice.queued.notice
        // The message says when it is due.
        let title = planned.requirement.map { " · \(wording.title(of: $0))" } ?? ""
        return [
            wording.numeric(.instant(notice.sent ?? notice.queued.scheduled)),
            wording.say(notice.queued.state), planned.recipient.person.rawValue,
            planned.subject.caseID?.rawValue ?? "", planned.requirement?.ref?.rawValue ?? "",
            "\(wording.stage(of: notice))\(title): \(wording.message(of: notice)) [\(planned.key)]\(withdrawal(of: notice))",
        ]
    }

    private func withdrawal(of notice: StoredNotice) -> String {
        guard notice.queued.state == .withdrawn, let reason = notice.queued.reason else { return "" }
        return " (\(wording.say(notice.queued.state)): \(wording.say(reason)))"
    }

    /// What could not be sent: the key to retry it by, whom it does not reach, how often it was tried, and why.
    func failed(_ notices: [StoredNotice]) -> [String] {
        var table = Table(
            [.key, .recipient, .sink].map { wording.column($0) }
                + [wording.column(.attempts, .number), wording.column(.since)])
        for notice in notices {
            guard let (sink, failure) = notice.trouble else { continue }
            table.add([
                Table.Cell(notice.queued.notice.key.rawValue),
                Table.Cell(notice.queued.notice.recipient.person.rawValue),
                Table.Cell(wording.say(sink)), Table.Cell(String(failure.attempts)),
                Table.Cell(wording.numeric(.instant(failure.since))),
            ])
        }
        return table.lines(for: output) + reasons(notices)
    }

    /// Each reason once, in full.
    private func reasons(_ notices: [StoredNotice]) -> [String] {
        var seen: Set<String> = []
        return notices.flatMap(\.delivery.failures).map(\.failure.reason).filter { seen.insert($0).inserted }
            .sorted().flatMap { output.wrapped("! \($0)") }
    }
}
