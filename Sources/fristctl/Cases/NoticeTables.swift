import Deadlines
import Notices
import Store

/// Notices as tables for a terminal.
struct NoticeTables {
    let wording: Wording

    /// When, whom, what, and where it stands.
    func all(_ notices: [StoredNotice]) -> [String] {
        var table = Table(columns("time", "state", "recipient", "case", "due", "message"))
        for notice in notices { table.add(row(notice)) }
        return table.lines(width: Output.width) + reasons(notices)
    }

    private func row(_ notice: StoredNotice) -> [String] {
        let planned = notice.queued.notice
        var due = ""
        if let moment = planned.due { due = wording.numeric(moment) }
        return [
            wording.numeric(.instant(notice.sent ?? notice.queued.scheduled)),
            wording.name("state", notice.queued.state.rawValue), planned.recipient.person.rawValue,
            planned.subject.caseID?.rawValue ?? "", due,
            "\(wording.name("stage", planned.stage.rawValue)) \(wording.message(of: notice))",
        ]
    }

    /// What could not be sent: the key to retry it by, whom it does not reach, how often it was tried, and why.
    func failed(_ notices: [StoredNotice]) -> [String] {
        var table = Table(columns("key", "recipient", "sink", "attempts", "since"))
        for notice in notices {
            guard let (sink, failure) = notice.trouble else { continue }
            table.add([
                notice.queued.notice.key.rawValue, notice.queued.notice.recipient.person.rawValue,
                wording.name("sink", sink.rawValue), String(failure.attempts),
                wording.numeric(.instant(failure.since)),
            ])
        }
        return table.lines(width: Output.width) + reasons(notices)
    }

    private func columns(_ names: String...) -> [String] { names.map { wording.name("column", $0) } }

    /// Each reason once, in full.
    private func reasons(_ notices: [StoredNotice]) -> [String] {
        var seen: Set<String> = []
        return notices.flatMap(\.delivery.failures).map(\.failure.reason).filter { seen.insert($0).inserted }
            .sorted().map { "! \($0)" }
    }
}
