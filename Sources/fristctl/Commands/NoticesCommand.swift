import ArgumentParser
import Deadlines
import Notices
import Store

/// `fristctl notices`: what was sent, what waits, what failed.
struct NoticesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices",
        abstract: "Notices sent, waiting or failed; with --updates all that would have been sent.")

    @OptionGroup var options: AnalysisOptions

    @Flag(help: "Only those that wait for their time.")
    var pending = false
    @Flag(help: "Only those that were sent.")
    var sent = false
    @Flag(help: "Only those that could not be sent.")
    var failed = false

    func run() throws {
        try reporting {
            let list = try NoticeList(options, states: states)
            let wording = try Wording(list.settings)
            if options.json {
                print(JSON.list(list.notices.map(wording.record)).document)
            } else {
                printTable(list.notices, wording)
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
        guard states.isEmpty else { return states }
        return options.updates.isEmpty ? [.waiting, .sending, .sent, .failed] : [.sent]
    }

    private func printTable(_ notices: [StoredNotice], _ wording: Wording) {
        var table = Table(["time", "recipient", "case", "due", "message"].map { wording.name("column", $0) })
        for notice in notices { table.add(row(notice, wording)) }
        for line in table.lines(width: Output.width) { print(line) }
    }

    private func row(_ notice: StoredNotice, _ wording: Wording) -> [String] {
        let planned = notice.queued.notice
        let caseID = planned.subject.caseID
        return [
            wording.numeric(.instant(notice.sent ?? notice.queued.scheduled)), planned.recipient.person.rawValue,
            caseID?.rawValue ?? "", planned.due.map(wording.numeric) ?? "",
            "\(wording.name("stage", planned.stage.rawValue)) \(wording.message(of: notice))",
        ]
    }
}
