/// All that the rule packs say, joined: what can happen and what must.
package struct Law: Sendable {
    /// The kinds of update.
    package let vocabulary: Vocabulary
    /// The spans that rules speak of.
    package let spans: [SpanID: SpanDeclaration]
    /// Each rule's versions, oldest first.
    package let rules: [RuleID: [Rule]]
    /// What stands before `/` in the reference of a case that is no child's: `team`, `raadgiver`, `kilde`.
    package let namespaces: Set<String>
    /// The rules that an update may name, whatever packs are loaded, in their present names and in those of old.
    package let ruleNames: Set<RuleID>
    /// The present names of rules by those of old.
    package let formerNames: [RuleID: RuleID]
    /// What decisions that come near need.
    package let checklists: [Checklist]
    /// What digests count besides requirements, in the order of the packs.
    package let statistics: [Statistic]
    /// How often rules were kept in the whole country.
    package let country: [RuleID: CountryFigure]
    /// What leaders look at when they read a sample of cases; nil where no pack says it.
    package let review: LeadersReview?

    /// The kinds that the program itself acts on.
    /// Those that close a case.
    package let closing: Set<EventKind>
    let takingBack: Set<EventKind>
    let describing: Set<EventKind>
    let pausing: Set<EventKind>
    let resuming: Set<EventKind>
    let snoozing: Set<EventKind>
    let settling: Set<EventKind>
    let reaching: Set<EventKind>
    /// What people answer to notices, or ask of the program itself; it says nothing of a case, so that no source is heard in it.
    package let answering: Set<EventKind>
    /// The kinds that ask that closed cases be erased.
    package let erasing: Set<EventKind>
    private let retrying: Set<EventKind>
    /// The rules in the order in which they are reckoned and shown, with the kinds without which none of them starts.
    let ordered: [(versions: [Rule], starts: Set<EventKind>)]
    /// The kinds that open a closed case again.
    let opening: Set<EventKind>

    /// A law of these parts, which are known to fit together.
    package init(
        vocabulary: Vocabulary, spans: [SpanID: SpanDeclaration], rules: [RuleID: [Rule]],
        namespaces: Set<String>, ruleNames: Set<RuleID> = [], formerNames: [RuleID: RuleID] = [:],
        checklists: [Checklist] = [], statistics: [Statistic] = [], country: [RuleID: CountryFigure] = [:],
        review: LeadersReview? = nil
    ) {
        self.vocabulary = vocabulary
        self.spans = spans
        self.rules = rules
        self.namespaces = namespaces
        self.ruleNames = ruleNames.union(rules.keys).union(formerNames.keys)
        self.formerNames = formerNames
        self.checklists = checklists
        self.statistics = statistics
        self.country = country
        self.review = review
        closing = vocabulary.kinds(meaning: .closesCase)
        takingBack = vocabulary.kinds(meaning: .takesBack)
        describing = vocabulary.kinds(meaning: .describesChild)
        pausing = vocabulary.kinds(meaning: .pauses)
        resuming = vocabulary.kinds(meaning: .resumes)
        snoozing = vocabulary.kinds(meaning: .snoozes)
        settling = vocabulary.kinds(meaning: .settles)
        reaching = vocabulary.kinds(meaning: .feedReaches)
        erasing = vocabulary.kinds(meaning: .erases)
        retrying = vocabulary.kinds(meaning: .retries)
        answering = snoozing.union(vocabulary.kinds(meaning: .acknowledges)).union(retrying).union(erasing)
            .union(settling).union(vocabulary.kinds(meaning: .drawsForReview))
            .union(vocabulary.kinds(meaning: .holdsReview))
        ordered = rules.sorted { $0.key < $1.key }.map { _, versions in
            (versions, Set(versions.flatMap { $0.form.startPatterns(spans).kinds }))
        }
        opening = rules.values.joined().reduce(describing) { $0.union($1.form.openingKinds(spans)) }
    }

    /// The present name of a rule that may be named by one of old.
    package func currentName(of id: RuleID) -> RuleID { formerNames[id] ?? id }

    /// The rule that `update` names, by its present name; nil when it names none.
    func rule(namedBy update: Update) -> RuleID? {
        vocabulary.value(.rule, of: update)?.asWord.map { currentName(of: RuleID(rawValue: $0)) }
    }

    /// The namespace of a case that is no child's; nil is a child's case.
    package func namespace(of caseID: CaseID) -> String? {
        caseID.prefix.flatMap { namespaces.contains($0) ? $0 : nil }
    }

    /// The update that `update` takes back; nil when it takes none back.
    package func takenBack(by update: Update) -> UpdateID? {
        guard takingBack.contains(update.event) else { return nil }
        return vocabulary.value(.update, of: update)?.asWord.map { UpdateID(rawValue: $0) }
    }

    /// The notice of which `update` asks that it be sent again; nil when it asks for nothing of the sort.
    package func retried(by update: Update) -> NoticeKey? {
        guard retrying.contains(update.event) else { return nil }
        return vocabulary.value(.key, of: update)?.asWord.map { NoticeKey(rawValue: $0) }
    }

    /// The day before which cases must have been closed to be erased as `update` asks; nil when it asks for nothing of the
    /// sort.
    package func erasure(askedBy update: Update) -> LocalDate? {
        erasing.contains(update.event) ? vocabulary.value(.date, of: update)?.asDate : nil
    }

    /// The rules that `update` names by a name of old.
    package func formerNames(in update: Update) -> Set<RuleID> {
        let fields = vocabulary[update.event]?.fields.filter { $0.value.type == .rule } ?? [:]
        return Set(fields.keys.compactMap { update.data[$0]?.asWord }.map { RuleID(rawValue: $0) })
            .intersection(formerNames.keys)
    }

    /// The rules that are never met, so that how often they are says nothing.
    package var neverMet: Set<RuleID> {
        Set(rules.filter { $0.value.allSatisfy { !$0.form.canBeMet } }.keys)
    }

    /// What a rule or a checklist is called.
    package func title(of id: RuleID, on date: LocalDate) -> String {
        rule(id, on: date)?.title ?? checklist(id)?.title ?? id.rawValue
    }

    /// The checklist of this name.
    package func checklist(_ id: RuleID) -> Checklist? { checklists.first { $0.id == id } }

    /// The version of a rule that a start on `date` falls under.
    package func rule(_ id: RuleID, on date: LocalDate) -> Rule? {
        rules[currentName(of: id)]?.first { $0.inForce.contains(date) }
    }
}
