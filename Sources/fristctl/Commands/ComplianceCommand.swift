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
            Each rule in each:  fristctl compliance --from 2026-01-01 --to 2026-03-31 --by rule team
            For a spreadsheet:  fristctl compliance --from 2026-01-01 --to 2026-03-31 --csv > first-quarter.csv
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(help: ArgumentHelp("The period's first day, e.g. 2026-01-01.", valueName: "date"))
    var from: LocalDate
    @Option(help: ArgumentHelp("The period's last day, e.g. 2026-03-31.", valueName: "date"))
    var to: LocalDate
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("What to count apart, one or several; by rule unless given.", valueName: "what"))
    var by: [Partition] = []

    @Option(help: ArgumentHelp("As it was known at this moment, e.g. 2026-04-01.", valueName: "instant"))
    var knownAt: MomentArgument?
    @Flag(help: "Print CSV.")
    var csv = false

    enum Partition: String, ExpressibleByArgument, CaseIterable {
        case rule, team, caseworker, total
    }

    /// What is counted apart: the words given, in their usual order.
    private var parts: [Partition] {
        by.isEmpty ? [.rule] : Partition.allCases.filter { by.contains($0) && $0 != .total }
    }

    func validate() throws {
        if csv, options.json { throw ValidationError("--csv and --json exclude each other") }
        if to < from { throw ValidationError("--to \(to) is before --from \(from)") }
        if by.contains(.total), Set(by).count > 1 { throw ValidationError("--by total stands alone") }
    }

    func run() throws {
        try reporting {
            let book = try CaseBook(options, knownAt: knownAt)
            let rows = folded(compliance(book))
            if options.json {
                print(JSON.list(rows.map { .object(Array(zip(names, values($0.row, $0.counts)))) }).document)
            } else if csv {
                printCSV(rows)
            } else {
                try printTable(rows, book.settings)
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
            let holder = wanted(of: standing.holder)
            for requirement in standing.requirements where !neverMet.contains(requirement.key.rule) {
                compliance.count(requirement.seen(within: reach), holder: holder, at: book.moment, in: zone)
            }
        }
        for (_, standing) in book.standings(at: end) {
            let holder = wanted(of: standing.holder)
            for requirement in standing.requirements where !neverMet.contains(requirement.key.rule) {
                compliance.countAtEnd(requirement.seen(within: reach), holder: holder, end: end, in: zone)
            }
        }
        return compliance
    }

    /// What a line is about; what is not counted apart is nil.
    private struct Row: Hashable {
        let rule: RuleID?
        let grundlag: Grundlag
        let holder: Holder?

        var order: (String, String, String, String) {
            (rule?.rawValue ?? "", grundlag.rawValue, holder?.team?.rawValue ?? "", holder?.caseworker?.rawValue ?? "")
        }
    }

    /// The parts of who holds a case that are counted apart.
    private func wanted(of holder: Holder) -> Holder? {
        let (team, caseworker) = (parts.contains(.team), parts.contains(.caseworker))
        guard team || caseworker else { return nil }
        return Holder(caseworker: caseworker ? holder.caseworker : nil, team: team ? holder.team : nil)
    }

    private func folded(_ compliance: Compliance) -> [(row: Row, counts: Compliance.Counts)] {
        var rows: [Row: Compliance.Counts] = [:]
        for (group, counts) in compliance.groups {
            let rule = parts.contains(.rule) ? group.rule : nil
            let row = Row(rule: rule, grundlag: group.grundlag, holder: group.holder)
            rows[row, default: Compliance.Counts()].add(counts)
        }
        return rows.sorted { $0.key.order < $1.key.order }.map { ($0.key, $0.value) }
    }

    private static let columns: [Status] = [.met, .late, .missing, .excused, .pending]

    /// The names of a row's values, for programs.
    private var names: [String] {
        ["rule", "grundlag"] + parts.filter { $0 != .rule }.map(\.rawValue) + ComplianceCommand.columns.map(\.rawValue)
            + ["uncertain", "percent", "overdue_at_end"]
    }

    private func values(_ row: Row, _ counts: Compliance.Counts) -> [JSON] {
        [.optional(row.rule?.rawValue), .text(row.grundlag.rawValue)]
            + parts.compactMap { part in holder(row, part).map { JSON.optional($0.isEmpty ? nil : $0) } }
            + ComplianceCommand.columns.map { .number(counts.count($0)) }
            + [.number(counts.uncertain), .optional(decimal: counts.percent), .number(counts.overdueAtEnd)]
    }

    /// Who holds the cases of a row; nil of a part that is no holder.
    private func holder(_ row: Row, _ part: Partition) -> String? {
        switch part {
        case .team: row.holder?.team?.rawValue ?? ""
        case .caseworker: row.holder?.caseworker?.rawValue ?? ""
        case .rule, .total: nil
        }
    }

    /// Comma-separated values. None holds a comma or a quotation mark: they are identifiers and numbers.
    private func printCSV(_ rows: [(row: Row, counts: Compliance.Counts)]) {
        print(names.joined(separator: ","))
        for (row, counts) in rows {
            let cells = values(row, counts).map { value in
                switch value {
                case .text(let text): text
                case .null: ""
                default: value.line
                }
            }
            print(cells.joined(separator: ","))
        }
    }

    private func printTable(_ rows: [(row: Row, counts: Compliance.Counts)], _ settings: Settings) throws {
        let wording = try Wording(settings)
        let names: [Column] = parts.compactMap { part in
            switch part {
            case .rule: .rule
            case .team: .team
            case .caseworker: .caseworker
            case .total: nil
            }
        }
        var table = Table(
            names.map { $0 == .rule ? wording.column($0, .cut(rank: 0)) : wording.column($0) } + [
                wording.column(.grundlag)
            ]
                + ComplianceCommand.columns.map { Table.Column(wording.say($0), .number) }
                + [.uncertain, .percent, .missed, .overdueAtEnd].map { wording.column($0, .number) })
        for (row, counts) in rows {
            let about = parts.compactMap { part in
                holder(row, part) ?? row.rule.map { settings.law.title(of: $0, on: to) }
            }
            table.add(
                about + [row.grundlag.rawValue] + ComplianceCommand.columns.map { String(counts.count($0)) }
                    + [
                        String(counts.uncertain), counts.percent.map { JSON.decimal($0).line } ?? "–",
                        counts.judged == 0
                            ? "–" : wording.outOf(counts.count(.late) + counts.count(.missing), counts.judged),
                        String(counts.overdueAtEnd),
                    ])
        }
        let period = (from: wording.numeric(.date(from)), until: wording.numeric(.date(to)))
        table.print(orSay: wording.say(.noneDue, [.from: period.from, .until: period.until]))
    }
}
