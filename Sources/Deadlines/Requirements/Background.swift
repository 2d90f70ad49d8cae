/// What a message about a requirement says besides, because it changes what can be done about it.
package struct Background: Hashable, Sendable {
    /// When its case was closed, where it is unmet and nobody works on the case any more.
    package var closed: LocalDate?
    /// Whether it is due because what it belongs to has ended, sooner than its limit.
    package var isCutShort: Bool
    /// The code of the reason that is registered for leaving it out.
    package var excuse: String?

    /// A background of these parts.
    package init(closed: LocalDate? = nil, isCutShort: Bool = false, excuse: String? = nil) {
        self.closed = closed
        self.isCutShort = isCutShort
        self.excuse = excuse
    }
}
