/// Which spans a rule speaks of: those of one name whose start some conditions hold for.
package struct SpanChoice: Hashable, Sendable {
    /// The spans.
    package let span: SpanID
    /// Only starts for which all of these hold; the others are none for the rule, as if they were not there.
    package let conditions: [Condition]
    /// The days on which a § is one of the rule's own act. Conditions on a § say nothing of starts on other days.
    package let act: Period

    /// The spans of this name for which `conditions` hold.
    package init(_ span: SpanID, where conditions: [Condition] = [], act: Period = Period()) {
        self.span = span
        self.conditions = conditions
        self.act = act
    }

    /// Whether a start counts.
    func counts(_ start: CaseFile.Entry) -> Bool {
        conditions.allSatisfy { $0.isOfAct && !act.contains(start.date) || $0.holds(for: start.update) }
    }
}
