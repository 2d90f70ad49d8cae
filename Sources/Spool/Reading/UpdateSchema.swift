package import Deadlines
import Foundation

/// The JSON Schema (draft 2020-12) of an update, for those who write them.
///
/// It accepts every line that ``UpdateReader`` accepts, and refuses what the reader refuses for a reason that a schema can
/// express: the form of each field, the kinds and their data, days that do not exist, CPR-like numbers. It cannot express
/// the daemon's clock, ids that stand for other content, and a field given twice.
package struct UpdateSchema {
    private let vocabulary: Vocabulary
    private let rules: Set<RuleID>

    /// The schema of the kinds in `vocabulary`; fields that name a rule may name one of `rules`.
    package init(vocabulary: Vocabulary, rules: Set<RuleID>) {
        self.vocabulary = vocabulary
        self.rules = rules
    }

    /// The schema as JSON, its keys in order.
    ///
    /// - Throws: never for a vocabulary that packs can declare; what Foundation throws otherwise.
    package func text() throws -> String {
        let data = try JSONSerialization.data(
            withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    private var document: [String: Any] {
        let kinds = vocabulary.kinds.values.sorted { $0.name < $1.name }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "An update of fristd",
            "description": "One line of input: something that happened in a case. See fristd-updates(5).",
            "type": "object",
            "required": ["id", "case", "event", "at"],
            "additionalProperties": false,
            "properties": properties(kinds),
            "allOf": kinds.map(data),
            "$defs": definitions,
        ]
    }

    private func properties(_ kinds: [Kind]) -> [String: Any] {
        [
            "id": described("update", "Unique across producers; the same id with the same content changes nothing."),
            "case": described("reference", "The case's own reference. Never a CPR number."),
            "event": [
                "description": "What happened.",
                "oneOf": kinds.map { ["const": $0.name.rawValue, "title": $0.title] },
            ],
            "at": described("moment", "When it happened: a local date, or RFC 3339 with offset."),
            "ref": described("reference", "The thing inside the case; absent is the case as a whole."),
            "caseworker": described("staff", "Who holds the case from then on."),
            "team": described("staff", "The team that holds the case from then on."),
            "data": ["type": "object"],
        ]
    }

    /// What `data` may hold when the update is of this kind.
    private func data(of kind: Kind) -> [String: Any] {
        let fields = kind.fields.map { ($0.key.rawValue, form(of: $0.value.type)) }
        let required = kind.fields.filter(\.value.required).map(\.key.rawValue).sorted()
        var data: [String: Any] = [
            "properties": Dictionary(uniqueKeysWithValues: fields), "additionalProperties": false,
        ]
        var consequence: [String: Any] = [:]
        if !required.isEmpty {
            data["required"] = required
            consequence["required"] = ["data"]
        }
        consequence["properties"] = ["data": data]
        return [
            "if": ["properties": ["event": ["const": kind.name.rawValue]], "required": ["event"]],
            "then": consequence,
        ]
    }

    private func form(of type: Field.ValueType) -> [String: Any] {
        switch type {
        case .flag: ["type": "boolean"]
        case .date: reference("date")
        case .month: reference("month")
        case .instant: reference("instant")
        case .word, .person: reference("staff")
        case .update, .key: reference("update")
        case .caseID: reference("reference")
        case .paragraf: ["type": "string", "pattern": "^([0-9]{1,3}[a-z]?)$(?!\\n)"]
        case .code(let codes): ["enum": codes]
        case .rule: ["enum": rules.map(\.rawValue).sorted()]
        }
    }

    private func reference(_ name: String) -> [String: Any] { ["$ref": "#/$defs/\(name)"] }

    private func described(_ name: String, _ description: String) -> [String: Any] {
        ["$ref": "#/$defs/\(name)", "description": description]
    }
}

extension UpdateSchema {
    /// The forms of values. A `$` that no line break may follow means the same to every dialect of patterns.
    private var definitions: [String: Any] {
        [
            "update": text(IdentifierForm.update.pattern),
            "reference": text(IdentifierForm.reference.pattern),
            "staff": text(IdentifierForm.staff.pattern),
            "date": text(DatePattern.date),
            "month": text(DatePattern.month),
            "instant": text(DatePattern.instant),
            "moment": ["anyOf": [reference("date"), reference("instant")], "pattern": "^[2-9]"],
            "personNumber": [
                "description": "What looks like a CPR number is refused wherever it stands.",
                "pattern": "(?<![0-9])(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}[- ]?[0-9]{4}(?![0-9])",
            ],
        ]
    }

    private func text(_ pattern: String) -> [String: Any] {
        ["type": "string", "pattern": "^(\(pattern))$(?!\\n)", "not": reference("personNumber")]
    }
}

extension IdentifierForm {
    /// The form as a regular expression.
    fileprivate var pattern: String {
        // A hyphen stands last, where it means itself.
        let letters = "A-Za-z0-9" + signs.filter { $0 != "-" } + "-"
        return (mayStartWithStop ? "" : "(?![.])") + "[\(letters)]{1,\(longest)}"
    }
}

/// Dates and times as regular expressions, those that do not exist left out.
private enum DatePattern {
    private static let leapYear =
        "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)"
    private static let monthDay =
        "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
    static let date = "(?!0000)([0-9]{4}-\(monthDay)|\(leapYear)-02-29)"
    static let month = "(?!0000)[0-9]{4}-(0[1-9]|1[0-2])"
    static let instant =
        "\(date)[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)([.][0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
}
