import Deadlines
import Foundation
import TestSupport
import Testing

@testable import Spool

/// The schema against the reader, by a validator that knows neither.
@Suite struct UpdateSchemaTests {
    /// Answers `True` for each line of JSON that the schema, the first line, accepts.
    private static let validator = """
        import json, sys
        from jsonschema import Draft202012Validator
        schema, *lines = sys.stdin.read().splitlines()
        schema = json.loads(schema)
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        for line in lines:
            print(validator.is_valid(json.loads(line)))
        """

    @Test func `what the reader accepts the schema accepts, and what it refuses the schema refuses`() throws {
        var generator = SeededGenerator.printed()
        let lines = try (0..<6000).map { _ in try Self.line(&generator) }
        let schema = try UpdateSchema(
            vocabulary: Fixture.vocabulary, rules: [RuleID(rawValue: "bfu-4-maaneder")]
        ).text()
        let oneLine = schema.split(separator: "\n").joined(separator: " ")
        let input = ([oneLine] + lines).joined(separator: "\n")
        let answers = try PythonProgram.lines(of: Self.validator, input: Data(input.utf8))
        try #require(answers.count == lines.count)
        var accepted = 0
        for (line, answer) in zip(lines, answers) {
            let isRead = (try? Fixture.reader.update(from: line.utf8)) != nil
            #expect((answer == "True") == isRead, "\(line)")
            if isRead { accepted += 1 }
        }
        #expect(accepted > 1000 && accepted < 5000)
    }

    /// A line that is an update, with up to two things changed.
    private static func line(_ generator: inout SeededGenerator) throws -> String {
        let kind = Fixture.vocabulary.kinds.values.sorted { $0.name < $1.name }.randomElement(using: &generator)
        var object: [String: Any] = [
            "id": "dubu-1", "case": "2026-0417", "event": kind?.name.rawValue ?? "", "at": "2026-03-02",
        ]
        var data: [String: Any] = [:]
        for (name, field) in kind?.fields ?? [:] where field.required || Bool.random(using: &generator) {
            data[name.rawValue] = valid(field.type)
        }
        if !data.isEmpty { object["data"] = data }
        if Bool.random(using: &generator) { object["ref"] = "ind-1" }
        if Bool.random(using: &generator) { object["caseworker"] = "m.hs" }
        for _ in 0..<Int.random(in: 0...2, using: &generator) { change(&object, &generator) }
        return String(
            decoding: try JSONSerialization.data(withJSONObject: object, options: .withoutEscapingSlashes),
            as: UTF8.self)
    }

    private static func change(_ object: inout [String: Any], _ generator: inout SeededGenerator) {
        let value = values.randomElement(using: &generator) ?? ""
        let names = ["id", "case", "event", "at", "ref", "caseworker", "team", "data", "dato"]
        if var data = object["data"] as? [String: Any], Bool.random(using: &generator) {
            let name = (Array(data.keys.sorted()) + ["foedt", "x"]).randomElement(using: &generator) ?? ""
            data[name] = Int.random(in: 0..<4, using: &generator) == 0 ? nil : value
            object["data"] = data
        } else {
            let name = names.randomElement(using: &generator) ?? ""
            object[name] = Int.random(in: 0..<4, using: &generator) == 0 ? nil : value
        }
    }

    private static func valid(_ type: Field.ValueType) -> Any {
        switch type {
        case .flag: true
        case .date: "2024-02-29"
        case .month: "2009-05"
        case .instant: "2026-05-12T08:00:00+02:00"
        case .word, .person: "anbringelse"
        case .code(let codes): codes[0]
        case .update, .key: "dubu:9"
        case .paragraf: "46"
        case .caseID: "2024-0417"
        case .rule: "bfu-4-maaneder"
        }
    }

    private static var values: [Any] {
        [
            "", ".", ".x", "x.", "a b", "a/b", "a:b", "a_b", "æ", "a\n", "\na", "a\u{0}", 1, 1.5, true, false, NSNull(),
            [String](), ["x"], [String: Any](), ["formaal": "bfu"], ["type": ["x"]], "2024-02-29", "2023-02-29",
            "2000-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "1999-12-31", "0000-01-01", "0004-02-29",
            "9999-12-31",
            "2026-3-2", "2026-03-02\n", "2009-05", "2009-13", "0000-05", "2026-05-12T08:00:00Z", "2026-05-12t08:00:60z",
            "2026-05-12T24:00:00Z", "2026-05-12T08:00Z", "2026-05-12T08:00:00.Z", "2026-05-12T08:00:00.123456+14:59",
            "2026-05-12T08:00:00+24:00", "2026-05-12T08:00:00", "2026-02-30T08:00:00Z", "1999-12-31T23:59:59Z",
            "1", "46a", "1234", "46A", "a46", "§ 46", "46ab",
            "bfu", "bfu ", "BFU", "bfu-4-maaneder", "indsats.ivaerksat", "sag.oprettet", "indsats.ivaerksatt", "true",
            String(repeating: "a", count: 64), String(repeating: "a", count: 65), String(repeating: "a", count: 128),
            String(repeating: "a", count: 129), Fixture.personNumber(), Fixture.personNumber("-"),
            Fixture.personNumber(" "),
            "x" + Fixture.personNumber() + "y", "1" + Fixture.personNumber(), Fixture.personNumber() + "1",
            Fixture.personNumber("."), "321" + "3" + "031234", "2026-05-12T08:00:00." + Fixture.personNumber() + "Z",
        ]
    }
}
