import Deadlines

/// Reads the `data` of an update by the fields its kind declares.
struct DataReader {
    let kind: Kind
    private let fields: [(name: FieldName, field: Field)]
    private let rules: Set<RuleID>

    init(kind: Kind, rules: Set<RuleID>) {
        self.kind = kind
        self.rules = rules
        fields = kind.fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The values in `object`, each of its declared type.
    ///
    /// - Throws: a refusal of the first field in the alphabet that is unknown, missing or ill-typed.
    func values(in object: JSONObject) throws(Refusal) -> [FieldName: FieldValue] {
        let present = fields.count { object.fields[$0.name.rawValue] != nil }
        if present < object.fields.count {
            try object.refuseFields(besides: Set(fields.map(\.name.rawValue)), of: kind.name.rawValue)
        }
        var values: [FieldName: FieldValue] = [:]
        for declared in fields {
            let name = declared.name.rawValue
            if object.fields[name] != nil {
                values[declared.name] = try value(name, declared.field.type, in: object)
            } else if declared.field.required {
                throw object.missing(name, right: right(declared.field.type))
            }
        }
        return values
    }

    private func value(
        _ name: String, _ type: Field.ValueType, in object: JSONObject
    ) throws(Refusal) -> FieldValue {
        if type == .flag { return .flag(try flag(name, in: object)) }
        let text = try object.text(name, right: right(type)) ?? ""
        if let value = value(of: text, type) { return value }
        let right = right(type)
        let field = object.prefix + name
        switch type {
        case .date, .month, .instant: throw DateForm.refusal(of: text, field: field, right: right)
        case .code(let codes): throw unknown(text, field, "is not one of its codes", among: codes, right: right)
        case .rule: throw unknown(text, field, "is no rule", among: rules.map(\.rawValue), right: right)
        case .paragraf: throw Refusal(field: field, value: text, wrong: "it is no §", right: "give \(right)")
        case .flag, .word, .update, .person, .key, .caseID: throw form(of: type).refusal(of: text, field: field)
        }
    }

    private func flag(_ name: String, in object: JSONObject) throws(Refusal) -> Bool {
        let value = object.fields[name] ?? ""
        if let flag = JSONObject.flag(value) { return flag }
        throw Refusal(
            field: object.prefix + name, value: value as? String,
            wrong: "\(JSONObject.name(of: value)) is neither true nor false",
            right: "give true or false, without quotation marks")
    }

    private func value(of text: String, _ type: Field.ValueType) -> FieldValue? {
        switch type {
        case .flag: nil
        case .date: LocalDate(text).map(FieldValue.date)
        case .month: Month(text).map(FieldValue.month)
        case .instant: Instant(text).map(FieldValue.instant)
        case .code(let codes): codes.contains(text) ? .word(text) : nil
        case .paragraf: Field.ValueType.isParagraf(text) ? .word(text) : nil
        case .rule: rules.contains(RuleID(rawValue: text)) ? .word(text) : nil
        case .word, .update, .person, .key, .caseID: form(of: type).matches(text) ? .word(text) : nil
        }
    }

    private func unknown(
        _ text: String, _ field: String, _ wrong: String, among known: [String], right: String
    ) -> Refusal {
        let nearest = NearestWord.of(text, in: known).map { "perhaps \($0) was meant, " } ?? ""
        return Refusal(field: field, value: text, wrong: "it \(wrong)", right: "\(nearest)give \(right)")
    }

    private func form(of type: Field.ValueType) -> IdentifierForm {
        switch type {
        case .caseID: .reference
        // A notice's key is made of letters alone, so that it is of an update's form; a key that is no notice's is
        // for those to tell who know the notices.
        case .update, .key: .update
        default: .staff
        }
    }

    private func right(_ type: Field.ValueType) -> String {
        switch type {
        case .flag: "true or false"
        case .date: "a date, YYYY-MM-DD"
        case .month: "a month, YYYY-MM"
        case .instant: "an RFC 3339 time with offset such as 2026-05-12T08:00:00+02:00"
        case .code(let codes): Quotation.list(codes)
        case .rule: "the id of a rule"
        case .paragraf: "the number of a §, one to three digits and perhaps a letter, such as \"46\""
        case .update: "the id of an update, " + IdentifierForm.update.description
        case .key: "the key of a notice"
        case .caseID: "a case's reference, " + IdentifierForm.reference.description
        case .person: "a person's id, " + IdentifierForm.staff.description
        case .word: "a word, " + IdentifierForm.staff.description
        }
    }
}
