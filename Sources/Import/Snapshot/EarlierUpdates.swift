import Deadlines

/// What the store has from earlier exports: all that an import needs to know of the past.
public struct EarlierUpdates: Sendable {
    /// The updates whose ids begin with the mapping's prefix.
    let own: [Update]
    /// What takes back any update of their cases, whoever sent it.
    let takingBack: [Update]

    /// What is known.
    public init(own: [Update], takingBack: [Update]) {
        self.own = own
        self.takingBack = takingBack
    }

    /// The same after these updates too, which one of `kinds` takes back.
    public func adding(_ updates: [Update], takenBackBy kinds: Set<EventKind>) -> EarlierUpdates {
        EarlierUpdates(own: own + updates, takingBack: takingBack + updates.filter { kinds.contains($0.event) })
    }

    /// Before the first export.
    public static let none = EarlierUpdates(own: [], takingBack: [])
}
