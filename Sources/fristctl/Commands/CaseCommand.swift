import ArgumentParser
import Configuration
import Deadlines
import Notices
import Telling

/// `fristctl case CASE`: one case on one time line.
struct CaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "One case: its updates, requirements and notices on one time line.",
        usage: "fristctl case <case> [<option> ...]",
        discussion: """
            Oldest first: ● what was registered, ▲ what is due, ✉ who was told, … who will be told if nothing changes.
            """)

    @Argument(help: ArgumentHelp("The case.", valueName: "case"), completion: .cases)
    var caseID: CaseID
    @OptionGroup var options: AnalysisOptions

    func run() throws {
        try reporting {
            let book = try CaseBook(options, only: caseID)
            try book.require(caseID)
            let updates = (book.cases[caseID] ?? []).map(\.update).filter {
                options.updates.isEmpty && options.asOf == nil
                    || $0.at.earliest(in: book.settings.calendar.zone) <= book.moment
            }
            let wording = try Wording(book.settings)
            let reach = book.reach
            let line = TimeLine(
                caseID: caseID, updates: updates,
                requirements: book.standings().flatMap(\.standing.reckoned).map {
                    ($0.requirement.seen(within: reach), $0.reckoning)
                },
                notices: try NoticeList(options, states: Set(QueuedNotice.State.allCases), only: caseID).nextSteps,
                moment: book.moment)
            if options.json {
                print(wording.json(of: line).line)
            } else {
                let output = Output.standard
                for entry in wording.entries(of: line) {
                    let tone: Tone = entry.isUncertain ? .doubtful : entry.isOverdue ? .alarming : .plain
                    let lines = output.wrapped(entry.text, margin: entry.margin)
                    output.print(lines.map { output.painted($0, tone) })
                }
            }
            try book.requireComplete()
        }
    }
}
