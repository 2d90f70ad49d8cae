import ArgumentParser
import Configuration
import Deadlines
import Figures
import Notices
import Systemd

/// `fristctl review report`: what leaders found in a half-year and the one before, by team, and what has been read.
struct ReviewReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "What was found in the cases that were read, by team, and how many have been read.",
        usage: "fristctl review report [--half-year <period> | --from <date> --to <date>] [<option> ...]",
        discussion: """
            The first finding of each case and question under a review counts; a later one says that it was put right. A case \
            counts in the team that held it that day.

            The last half-year as a page:  fristctl review report --half-year 2026-1 --page > 2026-1.html
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(
        help: ArgumentHelp("The half-year, e.g. 2026-1; the present one where it is left out.", valueName: "period"))
    var halfYear: HalfYear?
    @Option(help: ArgumentHelp("The period's first day, e.g. 2026-01-01.", valueName: "date"))
    var from: LocalDate?
    @Option(help: ArgumentHelp("The period's last day, e.g. 2026-03-31.", valueName: "date"))
    var to: LocalDate?
    @Option(help: ArgumentHelp("Only this team.", valueName: "team"), completion: .teams)
    var team: TeamID?
    @Flag(help: "Print the page (HTML).")
    var page = false

    func validate() throws {
        if page, options.json { throw ValidationError("--page and --json exclude each other") }
        if (from == nil) != (to == nil) { throw ValidationError("--from and --to go together") }
        if from != nil, halfYear != nil { throw ValidationError("give either --half-year, or --from and --to") }
        if let from, let to, to < from { throw ValidationError("--to \(to) is before --from \(from)") }
    }

    func run() throws {
        try reporting {
            let book = try CaseBook(options)
            let settings = book.settings
            let review = try settings.law.requireReview()
            if let team { try settings.requireTeam(team) }
            let (period, before) = periods(at: settings.calendar.zone.date(of: book.moment))
            var counter = ReviewCounter(
                of: period, before: before, only: team, at: book.moment, under: settings.law, review,
                on: settings.calendar)
            for (caseID, updates) in book.cases { counter.add(caseID, updates: updates.map(\.update)) }
            let figures = counter.figures()
            if options.json {
                print(figures.json().document)
            } else if page {
                print(try Wording(settings).page(of: figures))
            } else {
                printTables(figures, try Wording(settings))
            }
            try book.requireComplete()
        }
    }

    /// The days asked for, and as many before them.
    private func periods(at today: LocalDate) -> (now: Period, before: Period) {
        if let from, let to {
            let first = from.adding(days: -from.days(until: to) - 1)
            return (Period(from: from, until: to), Period(from: first, until: from.adding(days: -1)))
        }
        let half = halfYear?.period ?? DigestPeriod(.halfYear, containing: today)
        return (half.days, half.previous.days)
    }

    private func printTables(_ figures: ReviewFigures, _ wording: Wording) {
        print(wording.title(of: figures))
        if figures.teams.isEmpty { StandardError.write(wording.noneToShow) }
        for team in figures.teams {
            print("\n\(wording.heading(of: team.team))")
            var found = Table(
                [wording.column(.pejlemaerke)]
                    + figures.answers.map { Table.Column(wording.title(ofCode: $0), .number) }
                    + [wording.column(.lackingIn, .number), Table.Column(wording.titleBefore(figures), .number)])
            for row in team.rows {
                found.add(
                    [wording.title(ofCode: row.code)] + figures.answers.map { String(row.now.count($0)) }
                        + [wording.lacking(row.now), wording.lacking(row.before)])
            }
            Output.standard.print(found.lines(for: .standard))
            print("\n\(wording.coverage(of: team))")
            guard !team.caseworkers.isEmpty else { continue }
            var read = Table(
                [wording.column(.caseworker)]
                    + [.cases, .read, .lastRead].map { wording.column($0, .number) })
            for coverage in team.caseworkers {
                read.add([
                    wording.holder(coverage), String(coverage.open), String(coverage.read), wording.lastRead(coverage),
                ])
            }
            Output.standard.print(read.lines(for: .standard))
        }
    }
}

/// A half-year, as it is written on a command line: `2026-1`.
struct HalfYear: ExpressibleByArgument {
    let period: DigestPeriod

    /// Reads a year of four digits, a dash, and 1 or 2.
    init?(argument: String) {
        guard argument.utf8.count == 6, argument.hasSuffix("-1") || argument.hasSuffix("-2"),
            let day = LocalDate("\(argument.prefix(5))\(argument.hasSuffix("1") ? "01" : "07")-01")
        else { return nil }
        period = DigestPeriod(.halfYear, containing: day)
    }
}
