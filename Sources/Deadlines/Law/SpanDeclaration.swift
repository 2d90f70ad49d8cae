/// A stretch of time inside a case that rules speak of: a measure, an investigation.
///
/// It runs from the first start of a `ref` to the first end that belongs to it (law.md, *Measures*, *Investigations*).
public struct SpanDeclaration: Sendable {
    /// Its name in the packs.
    public let id: SpanID
    /// What it is called at the beginning of a sentence that says it has ended: »Undersøgelsen«.
    public let title: String?
    /// What begins it.
    public let start: [EventPattern]
    /// What ends it.
    public let end: [EventPattern]
    /// Whether a start on the very day of an end begins a new one; otherwise only one on a later day does.
    public let restartsOnLastDay: Bool
    /// Whether its end ends what is required of it: what is not yet due then is void, and what is dated later neither
    /// meets nor starts anything of it.
    public let endsRequirements: Bool
}
