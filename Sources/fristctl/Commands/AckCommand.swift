import ArgumentParser
import Deadlines
import Notices

/// `fristctl ack`: a person has seen a message.
struct AckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack", abstract: "Acknowledge a message: it is not said to you again before its next step.")

    @OptionGroup var config: ConfigOption

    @Argument(help: "The message's key, in brackets at its end.")
    var key: NoticeKey
    @Option(
        name: .customLong("as"), help: ArgumentHelp("Who acknowledges it.", valueName: "person"),
        completion: .people)
    var person: PersonID

    func run() throws {
        try reporting {
            let answer = AnswerLine(meaning: .acknowledges, person: person)
            let settings = try config.settings()
            let notices = try answer.submit(to: [key], settings)
            let wording = try Wording(settings)
            let what = notices.first.map(wording.subject) ?? ""
            print(wording.say(.acknowledged, [.person: person.rawValue, .what: what]))
        }
    }
}
