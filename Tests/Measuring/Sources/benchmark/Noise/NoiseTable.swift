import Deadlines
import Telling

extension NoiseFigures {
    /// The figures as a table, for people.
    var table: String {
        var rows: [[String]] = [[""] + ["fristd", "looked up", "calendar"]]
        let inboxes = [Line.Sender.fristd, .lookup, .calendar].compactMap { sender in
            senders.first { $0.sender == sender }?.inbox
        }
        func row(_ title: String, _ value: (Inbox) -> String) { rows.append([title] + inboxes.map(value)) }
        row("lines to caseworkers in the year") { "\($0.lines.count)" }
        row("… of which lists (checklist, handover)") { "\($0.lines.count { $0.notice.requirement == nil })" }
        row("… of which overdue") { "\($0.lines.count { $0.notice.stage == .overdue })" }
        row("… to one caseworker in a week") { decimal($0.lines.count * 10 / (caseworkers * 52)) }
        row("mornings without a line") { percent($0.mornings.count - $0.mornings.present.count, of: $0.mornings.count) }
        row("lines on the median morning") { "\($0.mornings.percentile(50))" }
        row("… of those with any") { "\($0.mornings.present.percentile(50))" }
        row("… on the 95th of a hundred") { "\($0.mornings.percentile(95))" }
        row("… on the worst morning of the median caseworker") { "\($0.worst.percentile(50))" }
        row("… on the worst of all") { "\($0.mornings.most)" }
        row("… of which about own cases, on the worst") { "\($0.ownMornings.most)" }
        row("days with lines at other hours") { percent($0.restOfDay.present.count, of: $0.restOfDay.count) }
        row("reminders of what was done, not registered") { truth($0, .done, [.reminder]) }
        row("overdue and breach, done, not registered") { truth($0, .done, [.overdue, .breach]) }
        row("either of what had ended, not registered") { truth($0, .ended, [.reminder, .overdue, .breach]) }
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let text = rows.map { row in
            row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + padding : padding + cell
            }.joined(separator: "  ")
        }
        return (text + [""] + announced + [""] + notes).joined(separator: "\n")
    }

    private var announced: [String] {
        let total = announcements.values.reduce(0, +)
        let titles: [(Announcement, String)] = [
            (.inTime, "announced to the reader before the due time"),
            (.toAnother, "announced to whoever held or looked after the case then"),
            (.registeredTooLate, "registered too late to announce"), (.dueMoved, "announced for a due time that moved"),
            (.noStep, "without a step before"),
        ]
        return ["of \(total) overdue lines to caseworkers:"]
            + titles.map { "  \(percent(announcements[$0.0] ?? 0, of: total))  \($0.1)" }
    }

    private var notes: [String] {
        let worst = senders[0].inbox.worstMorning.map { "the worst morning: \($0.person) on \($0.date)" }
        return [worst].compactMap(\.self) + [
            "looked up: one line per requirement and step, sent if the register still lacks it at its time",
            "calendar: one line per requirement and step, entered when it is registered and never taken out",
        ]
    }

    private func truth(_ inbox: Inbox, _ truth: Line.Truth, _ stages: Set<Stage>) -> String {
        let truths = inbox.truths(of: stages)
        return percent(truths[truth] ?? 0, of: truths.values.reduce(0, +))
    }

    private func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        return decimal((part * 2000 / whole + 1) / 2) + " %"
    }

    private func decimal(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}
