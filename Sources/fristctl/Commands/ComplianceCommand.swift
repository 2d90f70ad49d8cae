import ArgumentParser
import Configuration
import Deadlines
import Figures
import Notices

/// `fristctl compliance`: how many were met, by rule.
struct ComplianceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compliance", abstract: "How many requirements due in a period were met, late or missing.",
        usage: "fristctl compliance --from <date> --to <date> [<option> ...]",
        discussion: """
            A quarter by team:  fristctl compliance --from 2026-01-01 --to 2026-03-31 --by team
            For a spreadsheet:  fristctl compliance --from 2026-01-01 --to 2026-03-31 --csv > first-quarter.csv
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(help: ArgumentHelp("The period's first day, e.g. 2026-01-01.", valueName: "date"))
    var from: LocalDate
    @Option(help: ArgumentHelp("The period's last day, e.g. 2026-03-31.", valueName: "date"))
    var to: LocalDate
    @Option(help: ArgumentHelp("What to count apart.", valueName: "what"))
    var by: Partition = .rule

    @Option(help: ArgumentHelp("As it was known at this moment, e.g. 2026-03-31T23:59:59+02:00.", valueName: "instant"))
    var knownAt: Instant?
    @Flag(help: "Print CSV.")
    var csv = false

    enum Partition: String, ExpressibleByArgument, CaseIterable {
        case rule, team, caseworker
    }

    func validate() throws {
        if csv, options.json { throw ValidationError("--csv and --json exclude each other") }
        if to < from { throw ValidationError("--to \(to) is before --from \(from)") }
    }

    func run() throws {
        try reporting {
            let book = try CaseBook(options, knownAt: knownAt)
            let rows = compliance(book).groups.sorted { $0.key.order < $1.key.order }
            if options.json {
                print(JSON.list(rows.map { .object(Array(zip(names, values($0.key, $0.value)))) }).document)
            } else if csv {
                printCSV(rows)
            } else {
                try printTable(rows, Wording(book.settings), book.settings.law)
            }
            try book.requireComplete()
        }
    }

    private func compliance(_ book: CaseBook) -> Compliance {
        let (zone, reach) = (book.settings.calendar.zone, book.reach)
        let end = PeriodEnd(of: to, in: zone, at: book.moment)
        let neverMet = book.settings.law.neverMet
        var compliance = Compliance(period: Period(from: from, until: to))
        for (_, standing) in book.standings() {
            let holder = name(standing.holder)
            for requirement in standing.requirements where !neverMet.contains(requirement.key.rule) {
                compliance.count(requirement.seen(within: reach), holder: holder, at: book.moment, in: zone)
            }
        }
        for (_, standing) in book.standings(at: end) {
            let holder = name(standing.holder)
            for requirement in standing.requirements where !neverMet.contains(requirement.key.rule) {
                compliance.countAtEnd(requirement.seen(within: reach), holder: holder, end: end, in: zone)
            }
        }
        return compliance
    }

    private func name(_ holder: Holder) -> String? {
        switch by {
        case .rule: nil
        case .team: holder.team?.rawValue ?? ""
        case .caseworker: holder.caseworker?.rawValue ?? ""
        }
    }

    private static let columns: [Status] = [.met, .late, .missing, .excused, .pending]

    /// The names of a row's values, for programs.
    private var names: [String] {
        ["rule", "grundlag"] + (by == .rule ? [] : [by.rawValue]) + ComplianceCommand.columns.map(\.rawValue)
            + ["uncertain", "percent", "overdue_at_end"]
    }

    private func values(_ group: Compliance.Group, _ counts: Compliance.Counts) -> [JSON] {
        let holder: [JSON] = by == .rule ? [] : [.optional(group.holder.flatMap { $0.isEmpty ? nil : $0 })]
        return [.text(group.rule.rawValue), .text(group.grundlag.rawValue)] + holder
            + ComplianceCommand.columns.map { .number(counts.count($0)) }
            + [.number(counts.uncertain), .optional(decimal: counts.percent), .number(counts.overdueAtEnd)]
    }

    /// Comma-separated values. None holds a comma or a quotation mark: they are identifiers and numbers.
    private func printCSV(_ rows: [(key: Compliance.Group, value: Compliance.Counts)]) {
        print(names.joined(separator: ","))
        for (group, counts) in rows {
            let cells = values(group, counts).map { value in
                switch value {
                case .text(let text): text
                case .null: ""
                default: value.line
                }
            }
            print(cells.joined(separator: ","))
        }
    }

    private func printTable(_ rows: [(key: Compliance.Group, value: Compliance.Counts)], _ wording: Wording, _ law: Law)
    {
        let names: [Column] = [.grundlag] + (by == .rule ? [] : [by == .team ? .team : .caseworker])
        var table = Table(
            [wording.column(.rule, .cut(rank: 0))] + names.map { wording.column($0) }
                + ComplianceCommand.columns.map { Table.Column(wording.say($0), .number) }
                + [.uncertain, .percent, .missed, .overdueAtEnd].map { wording.column($0, .number) })
        for (group, counts) in rows {
            let cells =
                [law.title(of: group.rule, on: to), group.grundlag.rawValue]
                + (by == .rule ? [] : [group.holder ?? ""])
                + ComplianceCommand.columns.map { String(counts.count($0)) }
                + [
                    String(counts.uncertain), counts.percent.map { JSON.decimal($0).line } ?? "–",
                    counts.judged == 0
                        ? "–" : wording.outOf(counts.count(.late) + counts.count(.missing), counts.judged),
                    String(counts.overdueAtEnd),
                ]
            table.add(cells)
        }
        table.print(orSay: "no requirement is due from \(from) to \(to)")
    }
}

extension Compliance.Group {
    fileprivate var order: (RuleID, String, String) { (rule, grundlag.rawValue, holder ?? "") }
}
