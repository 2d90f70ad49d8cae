package import Deadlines

/// A message that will go out if nothing changes: about one requirement and step of its ladder, or a list.
package struct PlannedNotice: Hashable, Sendable {
    /// What it is about.
    package let subject: NoticeSubject
    /// The step's name.
    package let step: String
    /// What kind of message it is.
    package let stage: Stage
    /// Who is told, and why.
    package let recipient: Recipient
    /// When the step falls. A step "at once" falls on the requirement's start.
    package let falls: Instant
    /// What it lists; empty when it is about one requirement.
    package let items: [NoticeItem]
    /// Its key as it was written down; nil until then, for working it out takes longer than all the rest.
    private let writtenKey: NoticeKey?

    /// What makes it the same notice for ever: the key says the same in 24 letters.
    struct Identity: Hashable, Sendable {
        let subject: NoticeSubject
        let step: String
        let person: PersonID
    }

    /// What makes it the same notice for ever.
    var identity: Identity { Identity(subject: subject, step: step, person: recipient.person) }

    /// The same (subject, step, person) for ever.
    package var key: NoticeKey { writtenKey ?? PlannedNotice.key(of: subject, step: step, to: recipient.person) }

    /// Whether it asks the caseworker about something that may be late, or not.
    package var isUncertain: Bool { step == PlannedNotice.uncertainStep }

    static let uncertainStep = "uncertain"

    /// Whether it asks whether something due has been done that the source has not yet come to tell.
    package var isUnconfirmed: Bool { step == PlannedNotice.unconfirmedStep }

    static let unconfirmedStep = "unconfirmed"

    /// Whether it tells that a requirement has started.
    package var isAtOnce: Bool { step == StepTime.atOnce.name }

    /// Whether it tells that a lawful reason not to meet the requirement is registered.
    package var isWaiver: Bool { step == StepTime.excused.name }

    /// Whether it tells what a leader found.
    package var listsFindings: Bool { if case .found = items.first { true } else { false } }

    /// Whether it asks instead of telling.
    var isQuestion: Bool { isUncertain || isUnconfirmed }

    /// The requirement it is about, where it is about one.
    package var requirement: RequirementKey? {
        if case .requirement(let key, _) = subject { key } else { nil }
    }

    /// When that is due.
    package var due: Moment? {
        if case .requirement(_, let due) = subject { due } else { nil }
    }

    /// Whether it is told at its instant, day and night: the steps of rules that count hours.
    package var isClockTime: Bool {
        if stage == .backlog { return false }
        if case .instant = due { return true } else { return false }
    }

    /// A notice of these parts.
    ///
    /// - Parameter writtenKey: its key, where it has been written down before.
    package init(
        _ subject: NoticeSubject, step: String, stage: Stage, recipient: Recipient, falls: Instant,
        items: [NoticeItem] = [], writtenKey: NoticeKey? = nil
    ) {
        self.subject = subject
        self.step = step
        self.stage = stage
        self.recipient = recipient
        self.falls = falls
        self.items = items
        self.writtenKey = writtenKey
    }

    /// Two are the same when they say the same, whichever of them has been written down.
    package static func == (left: PlannedNotice, right: PlannedNotice) -> Bool {
        left.falls == right.falls && left.step == right.step && left.recipient == right.recipient
            && left.stage == right.stage && left.subject == right.subject && left.items == right.items
    }

    /// By what makes it the same.
    package func hash(into hasher: inout Hasher) { hasher.combine(identity) }

    /// 24 letters that stand for what is told of `subject` to this person at this step.
    package static func key(of subject: NoticeSubject, step: String, to person: PersonID) -> NoticeKey {
        NoticeKey(rawValue: Letters.standing(for: subject.keyParts + [step, person.rawValue], 24))
    }
}
