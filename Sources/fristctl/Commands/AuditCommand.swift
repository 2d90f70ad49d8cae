import ArgumentParser
import Configuration
import Deadlines
import Notices
import Store
import Systemd

/// `fristctl audit`: recomputes every case, and compares.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Recompute every case from its updates and compare with the store; exits 1 when something differs.",
        discussion: """
            Finds rows that were changed by hand, damaged or lost: requirements, who holds a case, the queue of notices, and \
            updates, which are compared with what lies in the spool under done/. What has been sent is checked for itself.
            """)

    @OptionGroup var config: ConfigOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try reporting {
            let settings = try config.settings()
            let audit = try Audit(settings)
            for remark in audit.remarks { StandardError.write(remark) }
            if json {
                print(JSON.list(audit.findings.map { $0.json(settings.calendar.zone) }).document)
            } else if audit.findings.isEmpty {
                print("\(counted(audit.cases, "case")) reckoned anew: the store says what the updates say")
            } else {
                var table = Table([
                    Table.Column("case"), Table.Column("rule", .cut(rank: 3)), Table.Column("ref", .cut(rank: 0)),
                    Table.Column("row", .cut(rank: 1)), Table.Column("field", .cut(rank: 2)),
                    Table.Column("difference", .beneath),
                ])
                for finding in audit.findings { table.add(finding.cells) }
                Output.standard.print(table.lines(for: .standard))
                print("\(counted(audit.findings.count, "difference")) in \(counted(audit.cases, "case"))")
            }
            if !audit.findings.isEmpty { throw Failure(.failed, []) }
        }
    }
}
