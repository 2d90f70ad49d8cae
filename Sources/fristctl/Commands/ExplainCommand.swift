import ArgumentParser
import Configuration
import Deadlines
import Notices

/// `fristctl explain CASE RULE [REF]`: why this due date.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Why a requirement is due when it is: start, law, each step of the sum, what met it.",
        usage: "fristctl explain <case> <rule> [<ref>] [<option> ...]",
        discussion: """
            Where the rule asks for nothing in the case, it says why not.

            Example:  fristctl explain 2026-0417 opfoelgning-foerste
            """)

    @Argument(help: ArgumentHelp("The case.", valueName: "case"), completion: .cases)
    var caseID: CaseID
    @Argument(help: "The rule, by its id or its title.", completion: .rules)
    var rule: RuleID
    @Argument(help: "The thing inside the case; all where it is left out.")
    var ref: Reference?

    @OptionGroup var options: AnalysisOptions

    func run() throws {
        try reporting {
            let book = try CaseBook(options, only: caseID)
            let rule = try book.settings.present(rule)
            _ = try book.settings.versions(of: rule)
            try book.require(caseID)
            let wording = try Wording(book.settings)
            let (reckoned, updates) = (reckoned(rule, book), updates(book))
            let absences = reckoned.isEmpty ? absences(rule, book) : []
            let reasons = absences.map { wording.text(of: $0, updates: updates) }
            if options.json {
                let record = wording.json(
                    explaining: reckoned, at: book.moment, case: caseID, rule: rule, ref: ref, absences: reasons)
                print(record.line)
            } else {
                let texts = reckoned.map {
                    wording.explanation(of: $0.requirement, $0.reckoning, from: updates, at: book.moment)
                }
                Output.standard.print((texts + reasons).flatMap { Output.standard.wrapped($0) })
            }
            try book.requireComplete()
        }
    }

    private func reckoned(_ rule: RuleID, _ book: CaseBook) -> [(requirement: Requirement, reckoning: Reckoning)] {
        let reach = book.reach
        return book.standings().flatMap(\.standing.reckoned).filter { found in
            found.requirement.key.rule == rule && (ref == nil || ref == found.requirement.key.ref)
        }.map { ($0.requirement.seen(within: reach), $0.reckoning) }
    }

    private func absences(_ rule: RuleID, _ book: CaseBook) -> [Absence] {
        let about = (book.cases[caseID] ?? []).map(\.update).filter { ref == nil || $0.ref == nil || $0.ref == ref }
        return Deadlines.absences(
            of: rule, in: caseID, updates: about, under: book.settings.law, on: book.settings.calendar,
            at: book.moment)
    }

    private func updates(_ book: CaseBook) -> [UpdateID: Update] {
        Dictionary(
            (book.cases[caseID] ?? []).map { ($0.update.id, $0.update) }, uniquingKeysWith: { first, _ in first })
    }
}
