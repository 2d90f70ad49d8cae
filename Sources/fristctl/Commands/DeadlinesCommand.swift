import ArgumentParser
import Deadlines
import Notices
import Store

/// `fristctl deadlines`: requirements with their due times.
struct DeadlinesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines", abstract: "Requirements and when they are due, all statuses unless --status.")

    @OptionGroup var options: AnalysisOptions

    @Option(parsing: .upToNextOption, help: "Only these statuses.")
    var status: [Status] = []
    @Option(help: ArgumentHelp("Only in cases of this caseworker.", valueName: "person"))
    var caseworker: PersonID?
    @Option(help: ArgumentHelp("Only in cases of this team.", valueName: "team"))
    var team: TeamID?
    @Option(help: ArgumentHelp("Only of this rule.", valueName: "rule"))
    var rule: RuleID?
    @Option(name: .customLong("case"), help: ArgumentHelp("Only of this case.", valueName: "case"))
    var caseID: CaseID?
    @Option(help: ArgumentHelp("Only what is due before this day.", valueName: "date"))
    var dueBefore: LocalDate?

    func run() throws {
        try reporting {
            let list = try RequirementList(options, filter: filter)
            let zone = list.settings.calendar.zone
            let rows = list.rows.filter { row in
                (status.isEmpty || status.contains(row.requirement.status(at: list.moment)))
                    && (dueBefore.map { row.requirement.due.date(in: zone) < $0 } ?? true)
            }
            if options.json {
                print(JSON.list(rows.map { $0.json(at: list.moment, in: zone) }).document)
            } else {
                try printTable(rows, list)
            }
            try list.requireComplete()
        }
    }

    private var filter: RequirementFilter {
        var filter = RequirementFilter()
        filter.caseID = caseID
        filter.rule = rule
        filter.caseworker = caseworker
        filter.team = team
        return filter
    }

    private func printTable(_ rows: [StoredRequirement], _ list: RequirementList) throws {
        let wording = try Wording(list.settings)
        var table = Table(["due", "status", "case", "ref", "caseworker", "rule"].map { wording.name("column", $0) })
        for row in rows {
            let requirement = row.requirement
            let status = wording.name("status", requirement.status(at: list.moment).rawValue)
            table.add([
                wording.numeric(requirement.due), requirement.isUncertain(at: list.moment) ? "\(status)?" : status,
                requirement.key.caseID.rawValue, requirement.key.ref?.rawValue ?? "",
                row.holder.caseworker?.rawValue ?? "", requirement.key.rule.rawValue,
            ])
        }
        for line in table.lines(width: Output.width) { print(line) }
    }
}

extension StoredRequirement {
    /// A row of `deadlines --json` (spec §8).
    fileprivate func json(at moment: Instant, in zone: Zone) -> JSON {
        let requirement = requirement
        return .object([
            ("case", .text(requirement.key.caseID.rawValue)),
            ("ref", .optional(requirement.key.ref?.rawValue)),
            ("rule", .text(requirement.key.rule.rawValue)),
            ("law", .text(requirement.law)),
            ("grundlag", .text(requirement.grundlag.rawValue)),
            ("start", .text(requirement.key.start.text(in: zone))),
            ("due", .text(requirement.due.text(in: zone))),
            ("status", .text(requirement.status(at: moment).rawValue)),
            ("uncertain", .flag(requirement.isUncertain(at: moment))),
            ("met_at", .optional(requirement.metAt?.text(in: zone))),
            ("caseworker", .optional(holder.caseworker?.rawValue)),
            ("team", .optional(holder.team?.rawValue)),
        ])
    }
}
