import Deadlines
import Telling

/// One message to one person, as one way of sending would send it.
struct Line {
    /// Who sends.
    enum Sender: String, CaseIterable {
        /// fristd.
        case fristd
        /// One line per requirement and step: all are entered in the calendar when the requirement is registered, and
        /// none is taken out again.
        case calendar
        /// The same, but each is looked up when its time comes, and sent only if the register still lacks it.
        case lookup
    }

    /// What had happened by then, whatever the register said.
    enum Truth: String, CaseIterable {
        /// It was still to be done.
        case open
        /// It was done, but not yet registered.
        case done
        /// What it was about had ended, been replaced or become unnecessary, but that was not yet registered.
        case ended
    }

    let sender: Sender
    let notice: PlannedNotice
    let sent: Instant
    let truth: Truth
    /// When the register first held what it is about, not yet met.
    let known: Instant
    /// Who held the case at the year's end.
    let caseworker: PersonID?
}
