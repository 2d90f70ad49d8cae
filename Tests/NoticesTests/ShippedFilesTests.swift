import Configuration
import Deadlines
import Foundation
import Notices
import Notices
import Rules
import Telling
import TestSupport
import Testing

/// A configuration that holds only what its municipality has written.
@Suite struct ShippedFilesTests {
    private let configuration: ScratchConfiguration
    private static let shipped = RepositoryTree.path("etc")

    init() throws {
        configuration = try ScratchConfiguration(wholeLaw: true)
        for name in ["rules", "templates", "import"] {
            try FileManager.default.removeItem(atPath: configuration.path(name))
        }
    }

    private func read() throws(Faults) -> Settings {
        try SettingsReader(file: configuration.file, shipped: Self.shipped).read()
    }

    private func write(_ text: String, to name: String) throws {
        let path = URL(fileURLWithPath: configuration.path(name))
        try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path)
    }

    @Test func `what is not beside the file is what is shipped`() throws {
        try configuration.replace("#[import.indsatser]", with: "[import.indsatser]", in: "fristd.toml")
        try configuration.replace("#files = \"ind", with: "files = \"ind", in: "fristd.toml")
        try configuration.replace("#mapping =", with: "mapping =", in: "fristd.toml")
        let settings = try read()
        let whole = try Shipped.settings
        #expect(settings.law.rules.keys == whole.law.rules.keys)
        #expect(settings.wording.texts == whole.wording.texts)
        #expect(settings.imports.count == 1)
    }

    @Test func `without an installation it is missing, and told where it was looked for`() {
        let faults = #expect(throws: Faults.self) { try SettingsReader(file: configuration.file).read() }
        let told = faults?.list.map(\.description) ?? []
        #expect(told.contains { $0.hasPrefix(configuration.path("rules/begreber.toml")) }, "\(told)")
        #expect(told.contains { $0.hasPrefix(configuration.path("templates")) }, "\(told)")
    }

    @Test func `one file that the municipality has written stands before the one shipped`() throws {
        try write("Husk {{title}}.\n", to: "templates/da/reminder.mustache")
        try write("Uge", to: "templates/digest.txt.mustache")
        try write("an old page", to: "templates/da/digest.html.mustache")
        let texts = try read().wording.texts
        #expect(texts["reminder.mustache"] == "Husk {{title}}.\n" && texts["digest.txt.mustache"] == "Uge")
        let pages = try Shipped.settings.wording.texts
        #expect(texts["overdue.mustache"] == pages["overdue.mustache"])
        #expect(texts["digest.html.mustache"] == pages["digest.html.mustache"])
    }

    @Test func `a pack that is written over is the one read, and changes what is reckoned by`() throws {
        let before = try read()
        let pack = try String(contentsOfFile: "\(Self.shipped)/rules/retssikkerhedsloven.toml", encoding: .utf8)
        try write(
            pack.replacingOccurrences(of: "[[rule]]", with: "\n[[rule]]\n# ours"), to: "rules/retssikkerhedsloven.toml")
        let after = try read()
        #expect(after.fingerprint != before.fingerprint && after.law.rules.keys == before.law.rules.keys)
    }

    @Test func `words that an older file lacks are those shipped`() throws {
        try write("[stage]\nbreach = \"FORSENT\"\n", to: "templates/da/ord.toml")
        let settings = try read()
        let words = try Wording(
            settings.wording, law: settings.law, zone: settings.calendar.zone, office: settings.office,
            organisation: settings.organisation)
        #expect(words.say(Stage.breach) == "FORSENT")
        #expect(words.say(Stage.overdue) == "OVERSKREDET")
    }

    @Test func `a word that no file of the program knows is told still, with its line`() throws {
        try write("[stage]\nbreech = \"FORSENT\"\n", to: "templates/da/ord.toml")
        let settings = try read()
        let faults = #expect(throws: Faults.self) {
            try Wording(
                settings.wording, law: settings.law, zone: settings.calendar.zone, office: settings.office,
                organisation: settings.organisation)
        }
        #expect(
            faults?.list.map(\.description) == [
                "\(configuration.path("templates/da/ord.toml")):2: stage.breech: unknown key; did you mean \"breach\"?"
            ])
    }
}
