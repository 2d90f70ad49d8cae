/// What a message about a requirement says besides, because it changes what can be done about it.
package struct Background: Hashable, Sendable {
    /// When its case was closed, where it is unmet and nobody works on the case any more.
    package var closed: LocalDate?
    /// Whether it is due because what it belongs to has ended, sooner than its limit.
    package var isCutShort: Bool
    /// The code of the reason that is registered for leaving it out.
    package var excuse: String?
    /// From which day on doing what is asked for ends it no more, because it is past, or its case or its thing has ended; nil while
    /// doing it now would.
    package var lapsed: LocalDate?
    /// Whether a leader has looked at it after that day, and said so.
    package var isSettled = false

    /// A background of these parts.
    package init(
        closed: LocalDate? = nil, isCutShort: Bool = false, excuse: String? = nil, lapsed: LocalDate? = nil,
        isSettled: Bool = false
    ) {
        self.closed = closed
        self.isCutShort = isCutShort
        self.excuse = excuse
        self.lapsed = lapsed
        self.isSettled = isSettled
    }
}
