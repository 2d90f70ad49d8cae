import ArgumentParser
import Configuration
import Deadlines
import Notices
import Store
import Telling

/// `fristctl snooze`: a person is reminded later.
struct SnoozeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snooze",
        abstract: "Be reminded on another day, never after the due date; the due date itself stays as it is.",
        usage: "fristctl snooze <key> --until <date> --reason <code> --as <person>",
        discussion: """
            Example:  fristctl snooze KEY --until 2026-07-01 --reason aftalt-moede --as mhs
            """)

    @OptionGroup var config: ConfigOption

    @Argument(help: "The message's key, in brackets at its end.")
    var key: NoticeKey
    @Option(help: ArgumentHelp("The day to be reminded on, e.g. 2026-07-01.", valueName: "date"))
    var until: LocalDate
    @Option(help: ArgumentHelp("Why, by a code of the rule packs.", valueName: "code"), completion: .snoozeReasons)
    var reason: String
    @Option(
        name: .customLong("as"), help: ArgumentHelp("Who is reminded later.", valueName: "person"),
        completion: .people)
    var person: PersonID

    func run() throws {
        try reporting {
            let settings = try config.settings()
            let today = settings.calendar.zone.date(of: StoreAccess.now(settings))
            let wording = try Wording(settings)
            func said(_ date: LocalDate) -> String { wording.numeric(.date(date)) }
            guard until > today else {
                throw Failure(.badData, [wording.say(.notAhead, [.until: said(until), .today: said(today)])])
            }
            let answer = AnswerLine(meaning: .snoozes, person: person, until: until, reason: reason)
            let notices = try answer.submit(to: [key], settings)
            let zone = settings.calendar.zone
            if let due = notices.first?.queued.notice.due?.date(in: zone), due < until {
                print(wording.say(.snoozedToLast, [.person: person.rawValue, .due: said(due)]))
            } else {
                let what = notices.first.map(wording.subject) ?? ""
                print(wording.say(.snoozed, [.person: person.rawValue, .until: said(until), .what: what]))
            }
        }
    }
}
