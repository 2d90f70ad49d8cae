import ArgumentParser
import Configuration
import Deadlines
import Figures

/// `fristctl review sheets`: a sheet for each case that was drawn.
struct ReviewSheetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheets",
        abstract: "Write a sheet for each case that was drawn: what is registered, and room for the rest.",
        usage: "fristctl review sheets <review> --to <directory> [<option> ...]",
        discussion: """
            Of each case a page to print (.html), the same as text (.txt), and lines to fill in with what is found (.jsonl); \
            of each team a line that says that the review has been held. Fill in an answer on each line, and hand the files in.

            Example:  fristctl review sheets 2026-2 --team nord --to ~/tilsyn
            Then:  fristctl submit --wait ~/tilsyn/*.jsonl
            """)

    @Argument(help: "The review.")
    var review: Reference

    @OptionGroup var options: AnalysisOptions

    @Option(help: ArgumentHelp("Only what this team has drawn.", valueName: "team"), completion: .teams)
    var team: TeamID?
    @Option(
        name: .customLong("to"), help: ArgumentHelp("Where to write them.", valueName: "directory"),
        completion: .directory)
    var directory: String

    func validate() throws {
        if options.json { throw ValidationError("sheets are for people; --json is for review draw and review report") }
    }

    func run() throws {
        try reporting {
            let book = try CaseBook(options)
            let settings = book.settings
            let declared = try settings.law.requireReview()
            if let team { try settings.organisation.requireTeam(team) }
            let drawn = try drawn(book, declared)
            let writer = SheetFiles(settings: settings, declared: declared, moment: book.moment)
            var files: [(name: String, text: String)] = []
            var count = 0
            for (team, cases) in drawn {
                for caseID in cases.sorted() {
                    guard let updates = book.cases[caseID]?.map(\.update) else {
                        throw Failure(.failed, ["nothing is known of the case \(caseID), which team \(team) has drawn"])
                    }
                    let sheet = ReviewSheet(
                        of: caseID, drawnFor: review, by: team, updates: updates, at: book.moment, reach: book.reach,
                        under: settings.law, declared, on: settings.calendar)
                    files += try writer.files(of: sheet)
                    count += 1
                }
                files.append(try writer.holding(of: team, review))
            }
            try SheetFiles.write(files, to: directory)
            print("\(counted(count, "sheet")) in \(directory)")
            print("fill in the .jsonl files, then: fristctl submit --wait \(directory)/*.jsonl")
            print("sheets are copies that fristctl purge does not reach: remove them when they have been handed in")
            try book.requireComplete()
        }
    }

    /// The cases drawn for the review, by team.
    private func drawn(_ book: CaseBook, _ declared: LeadersReview) throws -> [(team: TeamID, cases: Set<CaseID>)] {
        let settings = book.settings
        var known = DrawnCases(under: settings.law, declared, in: settings.calendar.zone, at: book.moment)
        for (caseID, updates) in book.cases { known.add(caseID, updates: updates.map(\.update)) }
        let teams = known.cases.filter { team == nil || $0.key == team }
        let found = teams.compactMapValues { $0[review] }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        guard found.isEmpty else { return found }
        let names = Set(teams.values.flatMap(\.keys).map(\.rawValue)).sorted()
        let place = team.map { " by team \($0)" } ?? ""
        let others = names.isEmpty ? "" : "; there are \(names.joined(separator: ", "))"
        throw Failure(.failed, ["nothing was drawn\(place) for a review \"\(review)\"\(others)"])
    }
}
