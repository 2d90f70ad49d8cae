/// The kinds of update that the rule packs declare, and what each may carry.
package struct Vocabulary: Sendable {
    /// By name.
    package var kinds: [EventKind: Kind]
    private let fieldTitles: [String: String]
    private let codeTitles: [String: String]

    /// A vocabulary of these kinds.
    ///
    /// - Parameters:
    ///   - fieldTitles: what fields are called where people read.
    ///   - codeTitles: likewise codes and other words that stand in fields.
    package init(
        kinds: [EventKind: Kind] = [:], fieldTitles: [String: String] = [:], codeTitles: [String: String] = [:]
    ) {
        self.kinds = kinds
        self.fieldTitles = fieldTitles
        self.codeTitles = codeTitles
    }

    /// What a field is called; its name where no pack says it.
    package func title(of field: FieldName) -> String { fieldTitles[field.rawValue] ?? field.rawValue }

    /// What a code or another word in a field is called; the word itself where no pack says it.
    package func title(ofCode code: String) -> String { codeTitles[code] ?? code }

    /// The declaration of a kind, or nil when no pack declares it.
    package subscript(_ kind: EventKind) -> Kind? { kinds[kind] }

    /// The kind that people use to say this to the program; the first by name where packs declare several.
    package func kind(meaning: Meaning) -> Kind? {
        kinds(meaning: meaning).min().flatMap { kinds[$0] }
    }

    /// The kinds whose updates mean `meaning` to the program itself.
    package func kinds(meaning: Meaning) -> Set<EventKind> {
        Set(kinds.values.filter { $0.meaning == meaning }.map(\.name))
    }

    /// The kinds that name another case, and in which field.
    package var namingCases: [EventKind: FieldName] { kinds.compactMapValues { $0.field(of: .caseID) } }

    /// What `update` says in the field of this type, the first by name that its kind declares.
    package func value(_ type: Field.ValueType, of update: Update) -> FieldValue? {
        kinds[update.event]?.field(of: type).flatMap { update.data[$0] }
    }

    /// The update that says this to the program; nil when no pack declares a kind for it with a field for each of `values`.
    package func update(
        meaning: Meaning, in caseID: CaseID, id: UpdateID, at moment: Moment, ref: Reference? = nil,
        _ values: [(type: Field.ValueType, value: FieldValue)]
    ) -> Update? {
        for name in kinds(meaning: meaning).sorted() {
            let data = values.compactMap { type, value in kinds[name]?.field(of: type).map { ($0, value) } }
            if data.count < values.count { continue }
            return Update(
                id: id, caseID: caseID, event: name, at: moment, ref: ref, data: Dictionary(uniqueKeysWithValues: data))
        }
        return nil
    }
}

/// What a kind of update declares about itself.
package struct Kind: Sendable {
    /// The name: `indsats.ivaerksat`.
    package let name: EventKind
    /// What it is called in Danish: »indsats iværksat«.
    package let title: String
    /// The fields of `data`.
    package let fields: [FieldName: Field]
    /// What the program itself does on it, besides what the rules say.
    package let meaning: Meaning?

    /// A kind of these parts.
    package init(name: EventKind, title: String, fields: [FieldName: Field], meaning: Meaning? = nil) {
        self.name = name
        self.title = title
        self.fields = fields
        self.meaning = meaning
    }

    /// The field of this type, the first by name; of codes any list.
    package func field(of type: Field.ValueType) -> FieldName? {
        fields.filter { $0.value.type == type }.map(\.key).min()
    }

    /// The field that takes one of a list of codes, the first by name.
    package var codeField: FieldName? { codeFields.first }

    /// The fields that take one of a list of codes, by name.
    var codeFields: [FieldName] {
        fields.filter { if case .code = $0.value.type { true } else { false } }.map(\.key).sorted()
    }
}

/// A field that a kind declares.
package struct Field: Sendable {
    /// What a field's value must be.
    package enum ValueType: Hashable, Sendable {
        /// `true` or `false`.
        case flag
        /// A local date.
        case date
        /// A month of a year.
        case month
        /// RFC 3339 with offset.
        case instant
        /// Any word of the form of a staff id.
        case word
        /// A § of the act in force, its number and perhaps a letter: `46`, `11a`.
        case paragraf
        /// One of the words given; the list is closed.
        case code([String])
        /// A case's reference.
        case caseID
        /// The id of an update of the same case.
        case update
        /// A rule that a pack has.
        case rule
        /// A person on staff.
        case person
        /// A notice's key.
        case key
    }

    /// What the value must be.
    package let type: ValueType
    /// Whether the update must have it.
    package let required: Bool

    /// A field of this type.
    package init(type: ValueType, required: Bool) {
        self.type = type
        self.required = required
    }
}

extension Field.ValueType {
    /// Whether `text` is the number of a §: one to three digits and perhaps a small letter.
    package static func isParagraf(_ text: String) -> Bool {
        var digits = text.utf8[...]
        if let last = digits.last, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(last) { digits = digits.dropLast() }
        return (1...3).contains(digits.count)
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

/// What the program itself does on an update of a kind, whatever the rules say; declared in the packs by these words.
package enum Meaning: String, CaseIterable, Sendable {
    /// Ends every requirement of the case that is not yet due, and no measure.
    case closesCase = "closes-case"
    /// Says what is known of the child: `foedt`, `fylder_18`, or what the pack calls them.
    case describesChild = "describes-child"
    /// Takes back the update it names.
    case takesBack = "takes-back"
    /// A rule that may pause is held.
    case pauses = "pauses"
    /// The pause ends.
    case resumes = "resumes"
    /// A leader has looked at what cannot be done any more.
    case settles
    /// A person has seen a notice.
    case acknowledges = "acknowledges"
    /// A person moves a reminder.
    case snoozes = "snoozes"
    /// What could not be sent is sent again.
    case retries = "retries"
    /// Cases that were closed before a day are to be erased.
    case erases
    /// How far a source's data reach.
    case feedReaches = "feed-reaches"
    /// A case is drawn for a leader to read.
    case drawsForReview = "draws-for-review"
    /// What a leader found in a case that was read.
    case findsInReview = "finds-in-review"
    /// A leader has read the cases that were drawn.
    case holdsReview = "holds-review"
}
