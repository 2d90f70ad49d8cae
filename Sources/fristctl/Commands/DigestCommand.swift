import ArgumentParser
import Configuration
import Deadlines
import Notices

/// `fristctl digest --for PERSON`: what the daemon writes for leaders and the committee, or a caseworker's cases.
struct DigestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest", abstract: "A leader's or the committee's overview, or one caseworker's cases.",
        discussion: """
            A leader or the committee gets the overview of the last period that is over, as the daemon writes it; anybody \
            else the list of the cases they hold, with what is open in each.
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("Whose.", valueName: "person"))
    var person: PersonID
    @Option(help: "How long a period it covers.")
    var period: PeriodKind = .week
    @Flag(help: "List the cases the person holds, of a leader too.")
    var cases = false
    @Flag(help: "Print the page (HTML).")
    var page = false

    func validate() throws {
        if page, options.json { throw ValidationError("--page and --json exclude each other") }
    }

    func run() throws {
        try reporting {
            let book = try CaseBook(options)
            let wording = try Wording(book.settings)
            let forms = try forms(book, wording)
            print(options.json ? forms.json.line : page ? forms.page : forms.text, terminator: options.json ? "\n" : "")
            try book.requireComplete()
        }
    }

    private func forms(_ book: CaseBook, _ wording: Wording) throws -> DigestForms {
        let settings = book.settings
        let recipient = settings.digests.recipient(person, of: period, in: settings.organisation)
        guard let recipient, !cases else { return wording.forms(of: try list(book)) }
        let last = DigestSchedule.last(period, at: book.moment, in: settings.office, settings.calendar.zone)
        let view = settings.view(of: last, at: book.moment, reaches: book.reaches)
        var counter = DigestCounter(for: recipient, view: view)
        for (caseID, updates) in book.cases { counter.count(CaseGlance(caseID, updates: updates, view: view)) }
        return wording.forms(of: counter.figures())
    }

    private func list(_ book: CaseBook) throws -> CaseList {
        let settings = book.settings
        var list = CaseList(of: person, organisation: settings.organisation, at: book.moment, reach: book.reach)
        for (caseID, updates) in book.cases {
            list.add(caseID, updates: updates.map(\.update), under: settings.law, on: settings.calendar)
        }
        guard !list.cases.isEmpty || settings.organisation.names(person) else {
            throw Failure(
                .failed,
                [
                    "nobody is called \"\(person)\": no role or entry in the organisation has the name, nor the committee, "
                        + "and no case is held by it"
                ])
        }
        return list
    }
}

extension PeriodKind: ExpressibleByArgument {}
