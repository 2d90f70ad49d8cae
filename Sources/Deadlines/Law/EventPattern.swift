/// Which updates a rule means: a kind, and what its data must say.
public struct EventPattern: Hashable, Sendable {
    /// The kind.
    public let event: EventKind
    /// All of these must hold.
    public let conditions: [Condition]

    /// Updates of `event` for which all `conditions` hold.
    public init(_ event: EventKind, where conditions: [Condition] = []) {
        self.event = event
        self.conditions = conditions
    }

    /// Whether `update` is meant.
    public func matches(_ update: Update) -> Bool {
        update.event == event && conditions.allSatisfy { $0.holds(for: update) }
    }
}

/// A condition on one field of an update's data.
public struct Condition: Hashable, Sendable {
    /// What the field must be.
    public enum Test: Hashable, Sendable {
        /// Present and one of these.
        case anyOf([FieldValue])
        /// Absent, or none of these.
        case noneOf([FieldValue])
        /// Present.
        case given
    }

    /// The field.
    public let field: FieldName
    /// What it must be.
    public let test: Test

    /// A condition that `field` passes `test`.
    public init(_ field: FieldName, _ test: Test) {
        self.field = field
        self.test = test
    }

    /// Whether it holds for `update`.
    public func holds(for update: Update) -> Bool {
        let value = update.data[field]
        switch test {
        case .anyOf(let values): return value.map(values.contains) ?? false
        case .noneOf(let values): return value.map { !values.contains($0) } ?? true
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
