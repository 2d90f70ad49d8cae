import Foundation
import TestSupport
import Testing

@Suite struct SchemaTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration(wholeLaw: true) }

    @Test func `of what is shipped it is one object, and says what an update must have`() throws {
        let outcome = try fristctl(configuration, "schema")
        #expect(outcome.status == 0)
        #expect(try outcome.object()["required"] as? [String] == ["id", "case", "event", "at"])
    }

    @Test func `it follows the packs`() throws {
        try configuration.replace(
            "[kind.\"plan.revideret\"]",
            with: "[kind.\"plan.opsagt\"]\ntitle = \"plan opsagt\"\n\n[kind.\"plan.revideret\"]",
            in: "rules/begreber.toml")
        let outcome = try fristctl(configuration, "schema")
        #expect(outcome.output.contains("\"const\" : \"plan.opsagt\""))
        try configuration.replace("[pack]", with: "[pakke]", in: "rules/begreber.toml")
        #expect(try fristctl(configuration, "schema").status == 78)
    }

    /// Each line of the samples and the scenario, judged by the schema and by `submit`'s reader.
    @Test func `it accepts of samples and scenarios what fristd accepts`() throws {
        let names = ["forloeb.jsonl", "anbringelser.jsonl", "underretning.json", "med-fejl.jsonl"]
        let files =
            try names.map { try Self.text("deploy/samples/\($0)") } + [
                Self.text(
                    "Tests/fristdTests/Resources/koebenhavn-2020.jsonl")
            ]
        let lines = files.flatMap { $0.split(separator: "\n").map(String.init) }
        let program = """
            import json, sys
            from jsonschema import Draft202012Validator
            validator = Draft202012Validator(json.load(open(sys.argv[1])))
            for line in sys.stdin.read().splitlines():
                print(validator.is_valid(json.loads(line)))
            """
        let schema = configuration.path("schema.json")
        try fristctl(configuration, "schema").output.write(toFile: schema, atomically: true, encoding: .utf8)
        let answers = try PythonProgram.lines(
            of: program, [schema], input: Data(lines.joined(separator: "\n").utf8))
        let file = configuration.path("all.jsonl")
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let errors = try fristctl(configuration, "deadlines", "--updates", file).errors
        let refused = Set(errors.matches(of: #/:(\d+): /#).compactMap { Int($0.1) })
        let disliked = Set(answers.enumerated().filter { $0.element == "False" }.map { $0.offset + 1 })
        #expect(answers.count == lines.count && refused == disliked && refused.count == 3, "\(refused) \(disliked)")
    }

    private static func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(name).path
    }

    private static func text(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }
}
