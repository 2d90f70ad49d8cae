import Deadlines
import Notices
import Telling

/// How much caseworkers are told, and how much of it in vain.
struct NoiseFigures {
    let senders: [(sender: Line.Sender, inbox: Inbox)]
    let announcements: [Announcement: Int]
    let caseworkers: Int

    init(_ lines: [Line], department: Department, caseworkers: Int) {
        senders = Line.Sender.allCases.map { ($0, Inbox(lines, $0, department: department)) }
        announcements = Announcement.counts(of: senders[0].inbox.lines, among: lines, department: department)
        self.caseworkers = caseworkers
    }
}

extension Inbox {
    /// The lines that say that something is not registered, by what had happened by then.
    func truths(of stages: Set<Stage>) -> [Line.Truth: Int] {
        lines.filter { stages.contains($0.notice.stage) }.reduce(into: [:]) { $0[$1.truth, default: 0] += 1 }
    }

    /// The lines of each rule and step, most first.
    var bySteps: [(rule: RuleID?, step: String, lines: [Line])] {
        struct RuleStep: Hashable {
            let rule: RuleID?
            let step: String
            var name: String { "\(rule?.rawValue ?? "") \(step)" }
        }
        return Dictionary(grouping: lines) { RuleStep(rule: $0.notice.requirement?.rule, step: $0.notice.step) }
            .sorted { ($1.value.count, $0.key.name) < ($0.value.count, $1.key.name) }
            .map { ($0.key.rule, $0.key.step, $0.value) }
    }
}

extension NoiseFigures {
    /// All figures, for programs.
    var json: JSON {
        .object([
            ("senders", .list(senders.map { json($0.sender, $0.inbox) })),
            ("overdue", .object(Announcement.allCases.map { ($0.rawValue, .number(announcements[$0] ?? 0)) })),
        ])
    }

    private func json(_ sender: Line.Sender, _ inbox: Inbox) -> JSON {
        return .object([
            ("sender", .text(sender.rawValue)), ("lines", .number(inbox.lines.count)),
            ("caseworkers", .number(caseworkers)), ("mornings", json(inbox.mornings)),
            ("mornings_own_cases", json(inbox.ownMornings)), ("other_hours", json(inbox.restOfDay)),
            ("worst_of_each_median", .number(inbox.worst.percentile(50))),
            (
                "truth",
                .object(
                    [Stage.reminder, .overdue, .breach].map { stage in
                        let truths = inbox.truths(of: [stage])
                        return (
                            stage.rawValue, .object(Line.Truth.allCases.map { ($0.rawValue, .number(truths[$0] ?? 0)) })
                        )
                    })
            ),
            (
                "stages",
                .object(
                    Stage.allCases.map { stage in
                        (stage.rawValue, .number(inbox.lines.count { $0.notice.stage == stage }))
                    })
            ),
            (
                "steps",
                .list(
                    inbox.bySteps.map { entry in
                        .object([
                            ("rule", .optional(entry.rule?.rawValue)), ("step", .text(entry.step)),
                            ("lines", .number(entry.lines.count)),
                            ("not_open", .number(entry.lines.count { $0.truth != .open })),
                        ])
                    })
            ),
        ])
    }

    private func json(_ counts: Counts) -> JSON {
        .object([
            ("count", .number(counts.count)), ("lines", .number(counts.total)),
            ("with_lines", .number(counts.present.count)), ("median", .number(counts.percentile(50))),
            ("median_with_lines", .number(counts.present.percentile(50))), ("p95", .number(counts.percentile(95))),
            ("worst", .number(counts.most)),
        ])
    }
}
