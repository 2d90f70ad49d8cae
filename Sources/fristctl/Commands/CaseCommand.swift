import ArgumentParser
import Deadlines
import Notices

/// `fristctl case CASE`: one case on one time line.
struct CaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "One case: its updates, requirements and notices on one time line.")

    @Argument(help: "The case.")
    var caseID: CaseID
    @OptionGroup var options: AnalysisOptions

    func run() throws {
        try reporting {
            let book = try CaseBook(options, only: caseID)
            let updates = (book.cases[caseID] ?? []).map(\.update)
            guard !updates.isEmpty else { throw Failure(.failed, ["no update names the case \"\(caseID)\""]) }
            let wording = try Wording(book.settings)
            let reach = book.reach
            let line = TimeLine(
                caseID: caseID, updates: updates,
                requirements: book.standings().flatMap(\.standing.requirements).map {
                    $0.seen(within: reach)
                },
                notices: try NoticeList(options, states: [.waiting, .sending, .sent, .failed], only: caseID).notices,
                moment: book.moment)
            print(options.json ? wording.json(of: line).line : wording.text(of: line))
            try book.requireComplete()
        }
    }
}
