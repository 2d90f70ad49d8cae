/// What shows that something was done.
package struct Proof: Sendable {
    /// Which updates show it.
    package let parts: [ProofPart]
    /// Which of them belong to the thing in question.
    package let belonging: Belonging
    /// How early they may be dated.
    package let earliest: Earliest
    /// Whether it is the end of the span in question, and no other end.
    package let isOwnEnd: Bool

    /// A proof of these parts.
    package init(parts: [ProofPart], belonging: Belonging, earliest: Earliest, isOwnEnd: Bool = false) {
        self.parts = parts
        self.belonging = belonging
        self.earliest = earliest
        self.isOwnEnd = isOwnEnd
    }

    /// The updates that could show it.
    package var patterns: [EventPattern] { parts.map(\.pattern) }
}

/// One of the updates that show something.
package struct ProofPart: Hashable, Sendable {
    /// Which update.
    package let pattern: EventPattern
    /// Whether it must be of a later date than the start.
    package let isLater: Bool
    /// The fields in which it must say what the start says.
    package let sameFields: [FieldName]

    /// A part of a proof.
    package init(_ pattern: EventPattern, isLater: Bool = false, sameFields: [FieldName] = []) {
        self.pattern = pattern
        self.isLater = isLater
        self.sameFields = sameFields
    }
}

/// Which updates belong to the thing a requirement is about.
package enum Belonging: Hashable, Sendable {
    /// Those with the same `ref`, and all when one of the two has none.
    case sameRef
    /// Those with the very same `ref`; where the thing has none, those without one.
    case exactRef
    /// Every one of the case.
    case anyInCase
    /// Those with the decision's own `ref`; and those with none, or with one that an update of these kinds carries,
    /// when dated after the case's previous decision.
    case decision(orRefsOf: [EventKind])
}

/// How early something done may be dated and still count.
package enum Earliest: Hashable, Sendable {
    /// Not before the start.
    case start
    /// Not earlier than this long before the start.
    case before(TimeLimit)
    /// However early.
    case anyTime
}
