import Crypto

/// A message that a requirement will cause, if nothing changes: one step of its ladder to one person.
public struct PlannedNotice: Hashable, Sendable {
    /// The same (requirement, due, step, person) for ever.
    public let key: NoticeKey
    /// What it is about.
    public let requirement: RequirementKey
    /// When that is due.
    public let due: Moment
    /// The step's name.
    public let step: String
    /// What kind of message it is.
    public let stage: Stage
    /// Who is told, and why.
    public let recipient: Recipient
    /// When the step falls. A step "at once" falls on the requirement's start.
    public let falls: Instant

    /// What a checklist lacks; empty otherwise.
    public let lacking: [RuleID]

    /// Whether it asks the caseworker about something that may be late, or not.
    public var isUncertain: Bool { step == PlannedNotice.uncertainStep }

    static let uncertainStep = "uncertain"

    /// Whether the rule counts hours, so that it is told at its instant, day and night.
    public var isClockTime: Bool {
        if case .instant = due { true } else { false }
    }

    /// A notice of these parts, as it was planned before.
    public init(
        key: NoticeKey, requirement: RequirementKey, due: Moment, step: String, stage: Stage, recipient: Recipient,
        falls: Instant, lacking: [RuleID] = []
    ) {
        self.lacking = lacking
        self.key = key
        self.requirement = requirement
        self.due = due
        self.step = step
        self.stage = stage
        self.recipient = recipient
        self.falls = falls
    }

    init(_ requirement: Requirement, step: String, stage: Stage, recipient: Recipient, falls: Instant) {
        self.init(
            key: PlannedNotice.key(requirement.key, due: requirement.due, step: step, person: recipient.person),
            requirement: requirement.key, due: requirement.due, step: step, stage: stage, recipient: recipient,
            falls: falls)
    }

    init(_ finding: ChecklistFinding, in caseID: CaseID, recipient: Recipient, falls: Instant) {
        let requirement = RequirementKey(caseID: caseID, ref: nil, rule: finding.checklist, start: .date(finding.start))
        let step = Stage.checklist.rawValue
        self.init(
            key: PlannedNotice.key(requirement, due: requirement.start, step: step, person: recipient.person),
            requirement: requirement, due: requirement.start, step: step, stage: .checklist, recipient: recipient,
            falls: falls, lacking: finding.lacking)
    }

    /// 24 letters of the hash of what makes the notice the same. Letters only: ten digits in a row could be taken for
    /// a CPR number when the key comes back in an acknowledgement.
    private static func key(_ requirement: RequirementKey, due: Moment, step: String, person: PersonID) -> NoticeKey {
        let parts = [
            requirement.caseID.rawValue, requirement.ref?.rawValue ?? "", requirement.rule.rawValue,
            requirement.start.keyText, due.keyText, step, person.rawValue,
        ]
        var hash = SHA256()
        for part in parts {
            hash.update(data: Array(part.utf8))
            hash.update(data: [0])
        }
        let letters = hash.finalize().prefix(24).map { UInt8(ascii: "a") + $0 % 26 }
        return NoticeKey(rawValue: String(decoding: letters, as: UTF8.self))
    }
}

extension Moment {
    /// A text that is the same in every zone.
    fileprivate var keyText: String {
        switch self {
        case .date(let date): date.description
        case .instant(let instant): String(instant.milliseconds)
        }
    }
}
