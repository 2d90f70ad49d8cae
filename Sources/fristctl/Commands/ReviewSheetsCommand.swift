import ArgumentParser
import Configuration
import Deadlines
import Figures
import Notices

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
            if let team { try settings.requireTeam(team) }
            let wording = try Wording(settings)
            let drawn = try drawn(book, declared, wording)
            let writer = SheetFiles(settings: settings, declared: declared, wording: wording, moment: book.moment)
            var files: [(name: String, text: String)] = []
            var count = 0
            for (team, cases) in drawn {
                for caseID in cases.sorted() {
                    guard let updates = book.cases[caseID]?.map(\.update) else {
                        let gaps: [ReviewCommandWord.Gaps: String] = [.case: caseID.rawValue, .team: team.rawValue]
                        throw Failure(.failed, [wording.say(ReviewCommandWord.nothingKnown, gaps)])
                    }
                    let sheet = ReviewSheet(
                        of: caseID, drawnFor: review, by: team, updates: updates, at: book.moment, reach: book.reach,
                        under: settings.law, declared, on: settings.calendar)
                    files += try writer.files(of: sheet)
                    count += 1
                }
                files.append(try writer.holding(of: team, review))
            }
            try writer.write(files, to: directory)
            tell(of: count, wording)
            try book.requireComplete()
        }
    }

    /// How many sheets there are, and what to do with them.
    private func tell(of count: Int, _ wording: Wording) {
        let number: [ReviewCommandWord.Gaps: String?] = [.count: String(count), .one: count == 1 ? "1" : nil]
        print(wording.say(ReviewCommandWord.sheets, number.merging([.directory: directory]) { $1 }))
        print(wording.say(ReviewCommandWord.fillIn, [.directory: directory]))
        print(wording.say(ReviewCommandWord.copies))
    }

    /// The cases drawn for the review, by team.
    private func drawn(
        _ book: CaseBook, _ declared: LeadersReview, _ wording: Wording
    ) throws -> [(team: TeamID, cases: Set<CaseID>)] {
        let settings = book.settings
        var known = DrawnCases(under: settings.law, declared, in: settings.calendar.zone, at: book.moment)
        for (caseID, updates) in book.cases { known.add(caseID, updates: updates.map(\.update)) }
        let teams = known.cases.filter { team == nil || $0.key == team }
        let found = teams.compactMapValues { $0[review] }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        guard found.isEmpty else { return found }
        let names = Set(teams.values.flatMap(\.keys).map(\.rawValue)).sorted()
        let gaps: [ReviewCommandWord.Gaps: String?] = [
            .review: review.rawValue, .team: team?.rawValue,
            .reviews: names.isEmpty ? nil : names.joined(separator: ", "),
        ]
        throw Failure(.failed, [wording.say(ReviewCommandWord.noneDrawn, gaps)])
    }
}
