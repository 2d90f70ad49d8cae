/// Why a notice is told, or is not (as Alertmanager names for every notification why it went out).
package enum NoticeReason: String, CaseIterable, Sendable {
    /// Its step has come, or will come.
    case due
    /// What it is about was registered when the step had fallen already.
    case registeredLate = "registered-late"
    /// What was overdue before fristd began goes into one list a person.
    case backlog

    /// The office is closed: it goes out at the next opening.
    case waitsForOpening = "waits-for-opening"
    /// The source's data do not reach the due time yet.
    case waitsForSource = "waits-for-source"
    /// A date without a time of day leaves open whether it is overdue at all.
    case uncertain
    /// The same person, or somebody in the same role, has been told the same or a later step.
    case covered
    /// A later step to the same person has come meanwhile.
    case overtaken
    /// What is asked for is registered.
    case met
    /// The case or the thing has ended.
    case closed
    /// A lawful reason not to meet the requirement is registered.
    case excused
    /// The requirement is paused.
    case paused
    /// It is due on another day.
    case moved
    /// Somebody else is to be told: the case or the role is theirs, or they stand in.
    case reassigned
    /// The person has said that it was seen.
    case acknowledged
    /// The person has asked to be reminded on another day.
    case snoozed
    /// A leader has looked at it, since it cannot be done any more.
    case settled
    /// What started it has been taken back or corrected.
    case annulled
    /// The rules, the ladder or the office's hours have changed.
    case changed
}
