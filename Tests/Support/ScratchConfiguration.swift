package import Configuration
package import Foundation

/// The configuration of the repository's `etc/`, copied to a directory of its own where spool, state and log are too.
///
/// Of the rules it keeps a few, one of each ladder: the tests that use it tell who is told what, and would change with
/// every rule that is added. The whole law is the matter of other tests.
package final class ScratchConfiguration: Sendable {
    private let directory: TemporaryDirectory

    /// Copies it.
    ///
    /// - Parameter wholeLaw: keeps every rule.
    package init(wholeLaw: Bool = false) throws {
        directory = try TemporaryDirectory()
        for item in try FileManager.default.contentsOfDirectory(atPath: Self.shipped) {
            try FileManager.default.copyItem(atPath: "\(Self.shipped)/\(item)", toPath: path(item))
        }
        for pack in Self.packs where !wholeLaw { try keepRules(in: pack) }
        for name in ["spool", "state", "log"] { try set(name, "directory", "\"\(name)\"") }
    }

    private static let rules = [
        "underretning-24-timer", "bfu-4-maaneder", "boernesamtale-foer-afgoerelse", "opfoelgning-foerste",
        "opfoelgning-naeste",
    ]
    private static let packs = ["serviceloven", "barnets-lov", "retssikkerhedsloven"].map { "rules/\($0).toml" }

    /// Leaves out every other rule of a pack, and its checklists.
    private func keepRules(in pack: String) throws {
        let text = try String(contentsOfFile: path(pack), encoding: .utf8)
        let parts = text.components(separatedBy: "\n[[")
        let kept = parts.enumerated().filter { position, part in
            position == 0 || Self.rules.contains { part.hasPrefix("rule]]\nid = \"\($0)\"\n") }
        }
        try kept.map(\.element).joined(separator: "\n[[").write(toFile: path(pack), atomically: true, encoding: .utf8)
    }

    /// The configuration file.
    package var file: String { path("fristd.toml") }
    /// Where the daemon keeps its spool.
    package var spool: String { path("spool") }
    /// Where producers put files.
    package var incoming: String { path("spool/incoming") }
    /// Where the daemon keeps its store.
    package var state: String { path("state") }
    /// Where the daemon writes.
    package var log: String { path("log") }
    /// Where the daemon writes its metrics.
    package var metrics: String { path("state/metrics.prom") }
    /// The complete record of notices.
    package var record: String { path("log/notices.jsonl") }

    /// The path of `name` beside the configuration file.
    package func path(_ name: String) -> String { "\(directory.path)/\(name)" }

    /// Gives a key of a section of `fristd.toml` a value, which is TOML.
    package func set(_ section: String, _ key: String, _ value: String) throws {
        try replace("[\(section)]\n", with: "[\(section)]\n\(key) = \(value)\n", in: "fristd.toml")
    }

    /// Replaces a text that must be there.
    package func replace(_ text: String, with other: String, in name: String) throws {
        let before = try String(contentsOfFile: path(name), encoding: .utf8)
        guard before.contains(text) else { throw NotThere(text: text, name: name) }
        try before.replacingOccurrences(of: text, with: other).write(
            toFile: path(name), atomically: true, encoding: .utf8)
    }

    /// Puts a file into the spool as producers do: written under a hidden name, then renamed.
    ///
    /// - Parameter age: seconds since it was written, for one that came while no daemon ran.
    package func put(_ name: String, _ text: String, age: TimeInterval = 0) throws {
        let hidden = "\(incoming)/.\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: hidden))
        if age > 0 {
            let written: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: -age)]
            try FileManager.default.setAttributes(written, ofItemAtPath: hidden)
        }
        guard rename(hidden, "\(incoming)/\(name)") == 0 else { throw SystemCallFailure("rename", errno) }
    }

    /// Waits until the daemon has taken everything out of `incoming/`.
    package func awaitEmptySpool() throws {
        try FileWatch.await("an empty spool", in: incoming) {
            try FileManager.default.contentsOfDirectory(atPath: incoming).isEmpty ? true : nil
        }
    }

    /// The settings of such a configuration, read once.
    package static func shippedSettings() throws -> Settings { try settings.get() }
    private static let settings = Result { try read(ScratchConfiguration()) }

    /// The same with every rule there is, those of the local pack too.
    package static func wholeSettings() throws -> Settings { try whole.get() }
    private static let whole = Result {
        let configuration = try ScratchConfiguration(wholeLaw: true)
        let packs = ["begreber", "stiger", "serviceloven", "barnets-lov", "retssikkerhedsloven", "lokal"]
        let list = packs.map { "\"rules/\($0).toml\"" }.joined(separator: ", ")
        try configuration.set("rules", "packs", "[\(list)]")
        return try read(configuration)
    }

    private static func read(_ configuration: ScratchConfiguration) throws -> Settings {
        // It goes with its last use, and the files must be there until they are read.
        try withExtendedLifetime(configuration) { try SettingsReader(file: configuration.file).read() }
    }

    private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("etc").path

    private struct NotThere: Error {
        let text: String
        let name: String
    }
}
