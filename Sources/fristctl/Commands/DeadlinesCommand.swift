import ArgumentParser
import Configuration
import Deadlines
import Figures
import Notices
import Store
import Telling

/// `fristctl deadlines`: requirements with their due times.
struct DeadlinesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines", abstract: "Requirements and when they are due, all statuses unless --status.",
        usage: "fristctl deadlines [<option> ...]",
        discussion: """
            What is overdue in a team and can still be done:  fristctl deadlines --doable --team nord
            What cannot be done any more and nobody has looked at:  fristctl deadlines --to-settle
            What comes next:  fristctl deadlines --status pending --due-before 2026-07-01
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(parsing: .upToNextOption, help: "Only these statuses.")
    var status: [Status] = []
    @Flag(help: "Only what is overdue and can still be done.")
    var doable = false
    @Flag(help: "Only what is overdue in open cases, cannot be done any more, and no leader has settled.")
    var toSettle = false
    @Option(help: ArgumentHelp("Only in cases of this caseworker.", valueName: "person"), completion: .people)
    var caseworker: PersonID?
    @Option(help: ArgumentHelp("Only in cases of this team.", valueName: "team"), completion: .teams)
    var team: TeamID?
    @Option(help: ArgumentHelp("Only of this rule, by its id or its title.", valueName: "rule"), completion: .rules)
    var rule: RuleID?
    @Option(
        name: .customLong("case"), help: ArgumentHelp("Only of this case.", valueName: "case"), completion: .cases)
    var caseID: CaseID?
    @Option(help: ArgumentHelp("Only what is due before this day, e.g. 2026-07-01.", valueName: "date"))
    var dueBefore: LocalDate?

    func run() throws {
        try reporting {
            let rule = try rule.map { try options.config.settings().law.identifier(of: $0) }
            let list = try RequirementList(options, filter: filter(rule))
            if let rule { _ = try list.settings.versions(of: rule) }
            let zone = list.settings.calendar.zone
            let rows = list.rows.filter { row in
                (status.isEmpty || status.contains(row.requirement.status(at: list.moment)))
                    && isWanted(row.requirement, at: list.moment)
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

    /// Either of the flags lets its own through; with none, all are.
    private func isWanted(_ requirement: Requirement, at moment: Instant) -> Bool {
        guard doable || toSettle else { return true }
        let isClosed = requirement.background.closed != nil
        switch OverdueState(requirement, inClosed: isClosed, at: moment) {
        case .doable: return doable
        case .toSettle: return toSettle && requirement.isOverdue(at: moment)
        case .settled, .closed: return false
        }
    }

    private func filter(_ rule: RuleID?) -> RequirementFilter {
        var filter = RequirementFilter()
        filter.caseID = caseID
        filter.rule = rule
        filter.caseworker = caseworker
        filter.team = team
        return filter
    }

    private func printTable(_ rows: [StoredRequirement], _ list: RequirementList) throws {
        let wording = try Wording(list.settings)
        var table = Table([
            wording.column(.due), wording.column(.status), wording.column(.case),
            wording.column(.ref, .cut(rank: 1)), wording.column(.caseworker, .cut(rank: 0)),
            wording.column(.rule, .cut(rank: 2)),
        ])
        for row in rows {
            let requirement = row.requirement
            table.add([
                Table.Cell(wording.numeric(requirement.due)), wording.status(of: requirement, at: list.moment),
                Table.Cell(requirement.key.caseID.rawValue), Table.Cell(requirement.key.ref?.rawValue ?? ""),
                Table.Cell(row.holder.caseworker?.rawValue ?? ""), Table.Cell(wording.title(of: requirement.key)),
            ])
        }
        table.print(orSay: wording.say(.noDeadlines, [.why: unknownTeam(list.settings.organisation, wording)]))
    }

    /// Why nothing may have been found.
    private func unknownTeam(_ organisation: Organisation, _ wording: Wording) -> String? {
        guard let team, organisation.teams[team] == nil else { return nil }
        return wording.noTeam(team, in: organisation)
    }
}

extension StoredRequirement {
    /// A row of `deadlines --json` (spec §8).
    fileprivate func json(at moment: Instant, in zone: Zone) -> JSON {
        .object(
            requirement.members(at: moment, in: zone) + [
                ("caseworker", .optional(holder.caseworker?.rawValue)), ("team", .optional(holder.team?.rawValue)),
            ])
    }
}
