import ArgumentParser
import Deadlines
import Notices

/// `fristctl explain CASE RULE [REF]`: why this due date.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why a requirement is due when it is: start, law, each step of the sum, what met it.")

    @Argument(help: "The case.")
    var caseID: CaseID
    @Argument(help: "The rule.")
    var rule: RuleID
    @Argument(help: "The thing inside the case; all where it is left out.")
    var ref: Reference?

    @OptionGroup var options: AnalysisOptions

    func run() throws {
        try reporting {
            let book = try CaseBook(options, only: caseID)
            _ = try book.settings.law.versions(of: rule)
            let explanations = explanations(book)
            guard !explanations.isEmpty else {
                throw Failure(
                    .failed, ["the case \(caseID) has no requirement of \(rule)\(ref.map { " for \($0)" } ?? "")"])
            }
            let wording = try Wording(book.settings)
            if options.json {
                print(JSON.object([("requirements", .list(explanations.map(wording.json)))]).line)
            } else {
                print(explanations.map(wording.text).joined(separator: "\n"))
            }
            try book.requireComplete()
        }
    }

    private func explanations(_ book: CaseBook) -> [Explanation] {
        let updates = Dictionary(
            (book.cases[caseID] ?? []).map { ($0.update.id, $0.update) }, uniquingKeysWith: { first, _ in first })
        return book.standings().flatMap(\.standing.reckoned).filter { found in
            found.requirement.key.rule == rule && (ref == nil || ref == found.requirement.key.ref)
        }.map {
            Explanation(
                requirement: $0.requirement, reckoning: $0.reckoning, updates: updates, moment: book.moment)
        }
    }
}
