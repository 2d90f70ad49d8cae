import Configuration
import Deadlines
import Foundation
import Rules
import TestSupport
import Testing

@Suite struct ProducerTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration() }

    private func faults(_ text: String) throws -> [String] {
        let path = configuration.file
        let before = try String(contentsOfFile: path, encoding: .utf8)
        try (before + text).write(toFile: path, atomically: true, encoding: .utf8)
        do throws(Faults) {
            _ = try SettingsReader(file: path).read()
            return []
        } catch {
            return error.list.map(\.description)
        }
    }

    @Test func `a producer is its name, its user and its kinds`() throws {
        #expect(try faults("\n[producer.dubu]\nuid = 1200\nkinds = [\"bfu.afsluttet\"]\n") == [])
        let producers = try SettingsReader(file: configuration.file).read().producers
        #expect(producers.map(\.name) == ["dubu"] && producers.map(\.uid) == [1200])
        #expect(producers.first?.kinds == [EventKind(rawValue: "bfu.afsluttet")])
    }

    @Test func `a kind that no pack declares is told with the nearest one`() throws {
        let faults = try faults("\n[producer.dubu]\nuid = 1200\nkinds = [\"bfu.afslutet\"]\n")
        #expect(faults.count == 1 && faults[0].contains("producer.dubu.kinds"), "\(faults)")
        #expect(faults.first?.contains("did you mean \"bfu.afsluttet\"?") == true)
    }

    @Test(arguments: ["", "uid = -1\n", "uid = \"dubu\"\n", "uid = 1\nkind = []\n"])
    func `what is no producer is refused`(text: String) throws {
        #expect(try faults("\n[producer.dubu]\n\(text)").count == 1)
    }
}
