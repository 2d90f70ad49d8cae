import ArgumentParser
import Deadlines
import Notices
import Store
import Systemd
import Telling

/// `fristctl notices`: what was sent, what waits, what failed.
struct NoticesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices",
        abstract: "Notices sent, waiting or failed; with --updates all that would have been sent.",
        usage: "fristctl notices [<option> ...]",
        discussion: """
            Each message ends with its key, by which ack, snooze and retry know it. What goes out as one list is one here \
            too.

            What would files have led to:  fristctl notices --updates FILE --as-of 2026-06-01T12:00:00+02:00
            """)

    @OptionGroup var options: AnalysisOptions

    @Flag(help: "Only those that wait for their time, or are tried again.")
    var pending = false
    @Flag(help: "Only those that were sent.")
    var sent = false
    @Flag(help: "Only those that could not be sent: see retry.")
    var failed = false
    @Flag(help: "Only those that became untrue before they were sent.")
    var withdrawn = false

    func run() throws {
        try reporting {
            let list = try NoticeList(options, states: states)
            let wording = try Wording(list.settings)
            if options.json {
                print(JSON.list(list.notices.map { wording.listed($0, at: list.moment) }).document)
            } else if list.notices.isEmpty {
                StandardError.write(wording.say(.noNotices))
            } else {
                let tables = NoticeTables(wording: wording, output: .standard)
                let lines = states == [.failed] ? tables.failed(list.notices) : tables.all(list.notices)
                Output.standard.print(lines)
            }
            try list.requireComplete()
        }
    }

    /// With files, what would have been sent unless asked otherwise; from the store, all that was and will be.
    private var states: Set<QueuedNotice.State> {
        var states: Set<QueuedNotice.State> = []
        if pending { states.formUnion([.waiting, .sending]) }
        if sent { states.insert(.sent) }
        if failed { states.insert(.failed) }
        if withdrawn { states.insert(.withdrawn) }
        guard states.isEmpty else { return states }
        return options.updates.isEmpty ? [.waiting, .sending, .sent, .failed] : [.sent]
    }
}
