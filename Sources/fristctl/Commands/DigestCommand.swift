import ArgumentParser
import Configuration
import Deadlines
import Figures
import Notices
import Systemd

/// `fristctl digest --for PERSON`: what the daemon writes for leaders and the committee, or a caseworker's cases.
struct DigestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest", abstract: "A leader's or the committee's overview, or one caseworker's cases.",
        usage: "fristctl digest --for <person> [<option> ...]",
        discussion: """
            A leader or the committee gets the overview of the last period that is over, as the daemon writes it; anybody \
            else the list of the cases they hold, with what is open in each.

            Last month for a leader:  fristctl digest --for afd --period month
            Before a case review:  fristctl digest --for mhs
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("Whose.", valueName: "person"), completion: .people)
    var person: PersonID
    @Option(help: "How long a period a leader's covers; a week where it is left out.")
    var period: PeriodKind?
    @Flag(help: "List the cases the person holds, of a leader too.")
    var cases = false
    @Flag(help: "Print the page (HTML).")
    var page = false

    func validate() throws {
        if page, options.json { throw ValidationError("--page and --json exclude each other") }
        if cases, period != nil { throw ValidationError("--cases lists cases as they stand now: leave out --period") }
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
        let kind = period ?? .week
        let recipient = settings.digests.recipient(person, of: kind, in: settings.organisation)
        guard let recipient, !cases else {
            let list = try list(book, wording)
            if recipient == nil, period != nil {
                StandardError.write(wording.say(.leadsNobody, [.person: person.rawValue]))
            }
            return wording.forms(of: list)
        }
        let last = DigestSchedule.last(kind, at: book.moment, in: settings.office, settings.calendar.zone)
        let since = settings.digests.since(
            last, for: recipient.id, known: book.known, in: settings.organisation, settings.office,
            settings.calendar.zone)
        let view = settings.view(
            of: last, at: book.moment, since: since, known: book.known, reaches: book.reaches)
        let reminded = try book.reminded(of: last)
        var counter = DigestCounter(for: recipient, view: view)
        let progress = Progress(.steps(book.cases.count), label: "counting cases")
        for (caseID, updates) in book.cases {
            counter.count(
                CaseGlance(
                    caseID, updates: updates, reminded: reminded.map { $0[caseID] ?? [] }, view: view))
            progress.advance()
        }
        return wording.forms(of: counter.figures())
    }

    private func list(_ book: CaseBook, _ wording: Wording) throws -> CaseList {
        let settings = book.settings
        var list = CaseList(of: person, organisation: settings.organisation, at: book.moment, reach: book.reach)
        for (caseID, updates) in book.cases {
            list.add(caseID, updates: updates.map(\.update), under: settings.law, on: settings.calendar)
        }
        guard !list.cases.isEmpty || settings.organisation.names(person) else {
            throw Failure(.failed, [wording.say(.noPerson, [.person: person.rawValue])])
        }
        return list
    }
}

extension PeriodKind: ExpressibleByArgument {}
