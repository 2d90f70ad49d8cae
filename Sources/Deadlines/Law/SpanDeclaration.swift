/// A stretch of time inside a case that rules speak of: a measure, an investigation.
///
/// It runs from the first start of a `ref` to the first end that belongs to it (law.md, *Measures*, *Investigations*).
public struct SpanDeclaration: Sendable {
    /// Its name in the packs.
    public let id: SpanID
    /// What begins it.
    public let start: [EventPattern]
    /// What ends it.
    public let end: [EventPattern]
    /// Whether a start on the very day of an end begins a new one; otherwise only one on a later day does.
    public let restartsOnLastDay: Bool

    /// A span of these parts.
    public init(id: SpanID, start: [EventPattern], end: [EventPattern], restartsOnLastDay: Bool) {
        self.id = id
        self.start = start
        self.end = end
        self.restartsOnLastDay = restartsOnLastDay
    }
}
