import ArgumentParser
import Configuration
import Deadlines
import Notices
import Store
import Telling

/// `fristctl settle CASE RULE [REF]`: a leader has looked at what cannot be done any more (spec §4).
struct SettleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Say that a leader has looked at what is missing and cannot be done any more.",
        usage: "fristctl settle <case> <rule> [<ref>] --reason <code> --as <person>",
        discussion: """
            It stays counted as missing, is told of no more, and leaves every list of what is overdue.

            Example:  fristctl settle 2026-0417 plan-foer-afgoerelse afg-1 --reason kan-ikke-goeres-om --as tln
            """)

    @Argument(help: ArgumentHelp("The case.", valueName: "case"), completion: .cases)
    var caseID: CaseID
    @Argument(help: "The rule, by its id or its title.", completion: .rules)
    var rule: RuleID
    @Argument(help: "The thing inside the case, where there are several.")
    var ref: Reference?

    @OptionGroup var config: ConfigOption
    @Option(help: ArgumentHelp("Why, by a code of the rule packs.", valueName: "code"), completion: .settleReasons)
    var reason: String
    @Option(
        name: .customLong("as"), help: ArgumentHelp("The leader who has looked at it.", valueName: "person"),
        completion: .people)
    var person: PersonID

    func run() throws {
        try reporting {
            let settings = try config.settings()
            let rule = try settings.present(rule)
            _ = try settings.versions(of: rule)
            try settings.requireLeader(person, who: .leadersSettle)
            let wording = try Wording(settings)
            let settled = try one(of: missing(rule, settings), rule, StoreAccess.now(settings), settings, wording)
            let update = try settings.update(
                saying: .settles, in: caseID, ref: settled.key.ref, id: "fristctl", reason: reason,
                [(.rule, .word(rule.rawValue)), (.person, .word(person.rawValue))])
            try settings.submit([update])
            let subject = subject(wording.title(of: settled.key), settled.key.ref)
            print(wording.say(.settled, subject.merging([.person: person.rawValue]) { $1 }))
        }
    }

    /// What is settled, or is not.
    private func subject(_ title: String, _ ref: Reference?) -> [CommandWord.Gaps: String] {
        var subject: [CommandWord.Gaps: String] = [.title: title, .case: caseID.rawValue]
        subject[.ref] = ref?.rawValue
        return subject
    }

    private func missing(_ rule: RuleID, _ settings: Settings) throws -> [Requirement] {
        var filter = RequirementFilter()
        filter.caseID = caseID
        filter.rule = rule
        let now = StoreAccess.now(settings)
        return try StoreAccess.open(settings).requirements(filter).map(\.requirement).filter {
            $0.status(at: now) == .missing && (ref == nil || ref == $0.key.ref)
        }
    }

    /// One of those that can be settled, all of which share a `ref`.
    private func one(
        of missing: [Requirement], _ rule: RuleID, _ now: Instant, _ settings: Settings, _ wording: Wording
    ) throws -> Requirement {
        let title = settings.law.title(of: rule, on: settings.calendar.zone.date(of: now))
        let past = missing.filter { !$0.isDoable(at: now) && !$0.isSettled(at: now) }
        guard let first = past.first else {
            throw Failure(.badData, [wording.say(whyNot(missing, now), subject(title, ref))])
        }
        let refs = Set(past.map { $0.key.ref?.rawValue ?? "" }).sorted()
        guard refs.count == 1 else {
            let named = refs.filter { !$0.isEmpty }.joined(separator: ", ")
            throw Failure(.badData, [wording.say(.several, subject(title, nil).merging([.refs: named]) { $1 })])
        }
        return first
    }

    private func whyNot(_ missing: [Requirement], _ now: Instant) -> CommandWord {
        if missing.contains(where: { $0.isDoable(at: now) }) { return .doable }
        return missing.isEmpty ? .notMissing : .settledAlready
    }
}
