import Configuration
import Deadlines
import Import
import Rules
import TestSupport
import Testing

@Suite struct ImportSettingsTests {
    private func settings(_ text: String) throws -> Settings {
        let configuration = try ScratchConfiguration()
        try configuration.replace("[spool]\n", with: "\(text)\n[spool]\n", in: "fristd.toml")
        return try withExtendedLifetime(configuration) { try SettingsReader(file: configuration.file).read() }
    }

    @Test func `the samples can be named as they are`() throws {
        let text = """
            [import.indsatser]
            files = ["indsatser-*.csv", "indsatser.txt"]
            mapping = "import/indsatser.toml"
            [import.haendelser]
            files = "haendelser-*.csv"
            mapping = "import/haendelser.toml"
            """
        let imports = try settings(text).imports
        #expect(imports.map(\.mapping.name) == ["haendelser", "indsatser"])
        #expect(imports.map(\.files) == [["haendelser-*.csv"], ["indsatser-*.csv", "indsatser.txt"]])
    }

    @Test(arguments: [
        ("files = \"a.csv\"", "fristd.toml:", "\"mapping\" is missing"),
        ("mapping = \"import/indsatser.toml\"", "fristd.toml:", "\"files\" is missing"),
        ("files = \"a.jsonl\"\nmapping = \"import/indsatser.toml\"", "fristd.toml:", "is no name of an export"),
        ("files = \"a.csv\"\nmaping = \"import/indsatser.toml\"", "fristd.toml:", "did you mean \"mapping\"?"),
        (
            "files = \"a.csv\"\nmapping = \"import/haendelser.toml\"", "fristd.toml:",
            "call the section [import.haendelser]"
        ),
        ("files = \"a.csv\"\nmapping = \"import/x.toml\"", "import/x.toml", "cannot be read"),
        ("files = \"a.csv\"\nmapping = \"rules/stiger.toml\"", "rules/stiger.toml", "\"name\" is missing"),
    ])
    func `what is wrong is told with file and line`(text: String, file: String, message: String) throws {
        let faults = #expect(throws: Faults.self) { try settings("[import.indsatser]\n" + text) }
        #expect(
            faults?.list.contains { $0.file.hasSuffix(file.replacing(":", with: "")) && "\($0)".contains(message) }
                == true, "\(String(describing: faults))")
    }
}
