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
            let requirements = book.standings().flatMap(\.standing.reckoned).map {
                (requirement: $0.requirement.seen(within: reach), reckoning: $0.reckoning)
            }
            let notices = try NoticeList(options, states: Set(QueuedNotice.State.allCases), only: caseID).nextSteps
            if options.json {
                let record = wording.json(
                    of: caseID, updates, requirements.map(\.requirement), notices, at: book.moment)
                print(record.line)
            } else {
                let output = Output.standard
                for entry in wording.timeLine(of: updates, requirements, notices, at: book.moment) {
                    let tone: Tone = entry.isUncertain ? .doubtful : entry.isOverdue ? .alarming : .plain
                    output.print(output.wrapped(entry.text).map { output.painted($0, tone) })
                }
            }
            try book.requireComplete()
        }
    }
}
