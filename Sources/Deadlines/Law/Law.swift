/// All that the rule packs say, joined: what can happen, what must, and whom to tell.
public struct Law: Sendable {
    /// The kinds of update.
    public let vocabulary: Vocabulary
    /// The spans that rules speak of.
    public let spans: [SpanID: SpanDeclaration]
    /// Each rule's versions, oldest first.
    public let rules: [RuleID: [Rule]]
    /// The ladders.
    public let ladders: [LadderID: Ladder]

    /// The kinds that the program itself acts on.
    let closing: Set<EventKind>
    let takingBack: Set<EventKind>
    let describing: Set<EventKind>
    /// The field that says which month the child was born in, and the one that names what is taken back.
    let birthField: FieldName?
    let takenBackField: FieldName?
    /// The rules in the order in which they are reckoned and shown.
    let ordered: [[Rule]]

    /// A law of these parts, which are known to fit together.
    public init(
        vocabulary: Vocabulary, spans: [SpanID: SpanDeclaration], rules: [RuleID: [Rule]], ladders: [LadderID: Ladder]
    ) {
        self.vocabulary = vocabulary
        self.spans = spans
        self.rules = rules
        self.ladders = ladders
        closing = vocabulary.kinds(meaning: .closesCase)
        takingBack = vocabulary.kinds(meaning: .takesBack)
        describing = vocabulary.kinds(meaning: .describesChild)
        birthField = vocabulary.field(ofType: .month, in: describing)
        takenBackField = vocabulary.field(ofType: .update, in: takingBack)
        ordered = rules.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The version of a rule that a start on `date` falls under.
    public func rule(_ id: RuleID, on date: LocalDate) -> Rule? {
        rules[id]?.first { $0.inForce.contains(date) }
    }
}

extension Vocabulary {
    /// The field of this type that the kinds declare, first by name.
    func field(ofType type: Field.ValueType, in kinds: Set<EventKind>) -> FieldName? {
        let fields = kinds.compactMap { self[$0] }.flatMap(\.fields)
        return fields.filter { $0.value.type == type }.map(\.key).min()
    }
}
