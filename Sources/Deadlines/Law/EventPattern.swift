/// Which updates a rule means: a kind, and what its data must say.
package struct EventPattern: Hashable, Sendable {
    /// The kind.
    package let event: EventKind
    /// All of these must hold.
    package let conditions: [Condition]

    /// Updates of `event` for which all `conditions` hold.
    package init(_ event: EventKind, where conditions: [Condition] = []) {
        self.event = event
        self.conditions = conditions
    }

    /// Whether `update` is meant.
    package func matches(_ update: Update) -> Bool {
        update.event == event && conditions.allSatisfy { $0.holds(for: update) }
    }
}

/// A condition on one field of an update's data.
package struct Condition: Hashable, Sendable {
    /// What the field must be.
    package enum Test: Hashable, Sendable {
        /// Present and one of these.
        case anyOf([FieldValue])
        /// Absent, or none of these.
        case noneOf([FieldValue])
        /// Absent, or one of these.
        case anyIfGiven([FieldValue])
        /// Present.
        case given
    }

    /// The field.
    package let field: FieldName
    /// What it must be.
    package let test: Test
    /// Whether the field names a § of the act in force on the update's date, so that a rule's condition says nothing of
    /// what happened under another act.
    package let isOfAct: Bool

    /// A condition that `field` passes `test`.
    package init(_ field: FieldName, _ test: Test, isOfAct: Bool = false) {
        self.field = field
        self.test = test
        self.isOfAct = isOfAct
    }

    /// Whether it holds for `update`.
    package func holds(for update: Update) -> Bool {
        let value = update.data[field]
        switch test {
        case .anyOf(let values): return value.map(values.contains) ?? false
        case .noneOf(let values): return value.map { !values.contains($0) } ?? true
        case .anyIfGiven(let values): return value.map(values.contains) ?? true
        case .given: return value != nil
        }
    }
}

extension [EventPattern] {
    /// Whether any of the patterns means `update`.
    func match(_ update: Update) -> Bool {
        contains { $0.matches(update) }
    }

    /// The kinds named, whatever their data.
    var kinds: Set<EventKind> { Set(map(\.event)) }
}
