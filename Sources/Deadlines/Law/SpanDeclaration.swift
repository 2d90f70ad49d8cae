/// A stretch of time inside a case that rules speak of: a measure, an investigation.
///
/// It runs from the first start of a `ref` to the first end that belongs to it (the article Law, *Measures*, *Investigations*).
package struct SpanDeclaration: Sendable {
    /// Its name in the packs.
    package let id: SpanID
    /// What it is called at the beginning of a sentence that says it has ended: »Undersøgelsen«.
    package let title: String?
    /// What begins it.
    package let start: [EventPattern]
    /// What ends it.
    package let end: [EventPattern]
    /// Whether a start on the very day of an end begins a new one; otherwise only one on a later day does.
    package let restartsOnLastDay: Bool
    /// Whether its end ends what is required of it: what is not yet due then is void, and what is dated later neither
    /// meets nor starts anything of it.
    package let endsRequirements: Bool

    /// A span of these parts.
    package init(
        id: SpanID, title: String?, start: [EventPattern], end: [EventPattern], restartsOnLastDay: Bool,
        endsRequirements: Bool
    ) {
        self.id = id
        self.title = title
        self.start = start
        self.end = end
        self.restartsOnLastDay = restartsOnLastDay
        self.endsRequirements = endsRequirements
    }
}
