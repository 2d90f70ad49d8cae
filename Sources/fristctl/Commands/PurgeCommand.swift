import ArgumentParser
import Deadlines
import Notices
import Store

/// `fristctl purge`: closed cases are erased.
struct PurgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Erase cases closed before a day: from the store, the spool and every log.",
        discussion: """
            Asks by an update in the spool, which stays on record; the daemon erases when nothing waits to be read. Cases that \
            were opened again are not closed. An update of an erased case that comes again is refused and not kept; what \
            happens later begins the case anew.
            """)

    @OptionGroup var config: ConfigOption

    @Option(help: ArgumentHelp("Cases closed before this day.", valueName: "date"))
    var closedBefore: LocalDate

    @Flag(help: "Show which cases would go, and do nothing.")
    var dryRun = false

    @Flag(help: "Wait until they are erased.")
    var wait = false

    @Flag(help: "Print JSON; with --dry-run.")
    var json = false

    func validate() throws {
        if json, !dryRun { throw ValidationError("--json shows what would go; add --dry-run") }
        if wait, dryRun { throw ValidationError("--dry-run does nothing that could be waited for") }
    }

    func run() throws {
        try reporting {
            let request = try PurgeRequest(closedBefore: closedBefore, config.settings())
            if dryRun { return try show(request) }
            let (id, file) = try request.submit()
            print("cases closed before \(closedBefore) are to be erased, as asked by \(file)")
            if wait {
                let erasure = try request.awaitEnd(id, file: file)
                print("\(counted(erasure.cases, "case")) erased, from the store and \(counted(erasure.files, "file"))")
            }
            for line in request.outOfReach() { print(line) }
        }
    }

    private func show(_ request: PurgeRequest) throws {
        let cases = try request.cases()
        if json {
            print(
                JSON.list(
                    cases.map {
                        .object([("case", .text($0.caseID.rawValue)), ("closed", .text($0.closed.description))])
                    }
                ).document)
            return
        }
        var table = Table(["case", "closed"])
        for (caseID, closed) in cases { table.add([caseID.rawValue, closed.description]) }
        if !cases.isEmpty { Output.standard.print(table.lines(for: .standard)) }
        print("\(counted(cases.count, "case")) would be erased; nothing has been done")
    }
}
