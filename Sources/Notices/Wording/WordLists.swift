package import Deadlines
package import Store
package import Telling

extension Grundlag: Phrase { package var table: String? { "grundlag" } }
extension Stage: Phrase { package var table: String? { "stage" } }

/// What stands for the stage of a reminder that tells what has come, or asks whether something is overdue, and of a list of what a
/// leader found.
enum ReminderWord: String, Phrase {
    case atOnce, findings, uncertain, unconfirmed

    var table: String? { "stage" }
}

extension Role: Phrase { package var table: String? { "role" } }
extension Status: Phrase { package var table: String? { "status" } }
extension QueuedNotice.State: Phrase { package var table: String? { "state" } }
extension Sink: Phrase { package var table: String? { "sink" } }
extension NoticeReason: Phrase { package var table: String? { "why" } }

/// What an import does about an update.
package enum ImportChange: String, Phrase {
    case new, changed, corrected, reach, vanished, disputed
    case takenBack = "taken_back"

    package var table: String? { "change" }
}

/// The heading of a column.
package enum Column: String, Phrase, Gap {
    case at, attempts, `case`, cases, caseworker, change, doable, due, dueAfter, dueBefore, event, grundlag, inForce,
        key
    case lackingIn, lastRead, ladder, law, message, missed, most, overdue, overdueAtEnd, pejlemaerke, percent, read,
        recipient, ref, rule, since, sink, soon
    case source, state, status, team, time, uncertain

    package var table: String? { "column" }
}

/// What a field says that is true or not.
enum Flag: String, Phrase {
    case no, yes

    var table: String? { "flag" }
}

/// What has no table of its own.
enum CommonWord: String, Phrase {
    case decimalPoint, outOf, quoted, unconfirmed

    enum Gaps: String, Gap { case law, part, text, whole }

    var table: String? { "" }
}

/// Whether the source of a § was read.
enum SourceWord: String, Phrase {
    case seen, unsure

    var table: String? { "source" }
}

/// A length of time.
extension TimeLimit.Unit: Phrase {
    package enum Gaps: String, Gap { case count, one }

    package var table: String? { "limit" }
}

extension Words {
    /// `3 måneder`.
    func limit(_ limit: TimeLimit) -> String {
        say(limit.unit, [.count: String(limit.count), .one: limit.count == 1])
    }

    /// What a limit rests on, beside what the law is called; nil where that would say it twice.
    func grundlag(_ grundlag: Grundlag, beside law: String) -> String? {
        let words = say(grundlag)
        return words.lowercased() == law.lowercased() ? nil : words
    }

    /// What a rule pack says itself, set off from the language around it.
    func quoted(_ text: String) -> String { say(CommonWord.quoted, [.text: text]) }
}
