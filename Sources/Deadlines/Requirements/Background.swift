/// What a message about a requirement says besides, because it changes what can be done about it.
public struct Background: Hashable, Sendable {
    /// When its case was closed, where it is unmet and nobody works on the case any more.
    public var closed: LocalDate?
    /// Whether it is due because what it belongs to has ended, sooner than its limit.
    public var isCutShort: Bool
    /// The code of the reason that is registered for leaving it out.
    public var excuse: String?

    /// A background of these parts.
    public init(closed: LocalDate? = nil, isCutShort: Bool = false, excuse: String? = nil) {
        self.closed = closed
        self.isCutShort = isCutShort
        self.excuse = excuse
    }
}
