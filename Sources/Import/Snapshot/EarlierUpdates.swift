package import Deadlines

/// What the store has from earlier exports: all that an import needs to know of the past.
package struct EarlierUpdates: Sendable {
    /// The updates whose ids begin with the mapping's prefix.
    let own: [Update]
    /// What takes back any update of their cases, whoever sent it.
    let takingBack: [Update]

    /// What is known.
    package init(own: [Update], takingBack: [Update]) {
        self.own = own
        self.takingBack = takingBack
    }

    /// The same after these updates too, which one of `kinds` takes back.
    package func adding(_ updates: [Update], takenBackBy kinds: Set<EventKind>) -> EarlierUpdates {
        EarlierUpdates(own: own + updates, takingBack: takingBack + updates.filter { kinds.contains($0.event) })
    }

    /// Before the first export.
    package static let none = EarlierUpdates(own: [], takingBack: [])
}
