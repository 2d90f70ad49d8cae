import Configuration
import Foundation

/// The configuration of the repository's `etc/`, copied to a directory of its own where spool, state and log are too.
package final class ScratchConfiguration: Sendable {
    private let directory: TemporaryDirectory

    /// Copies it.
    package init() throws {
        directory = try TemporaryDirectory()
        for item in try FileManager.default.contentsOfDirectory(atPath: Self.shipped) {
            try FileManager.default.copyItem(atPath: "\(Self.shipped)/\(item)", toPath: path(item))
        }
        for name in ["spool", "state", "log"] { try set(name, "directory", "\"\(name)\"") }
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

    /// The settings as shipped, read once: reading them sets the process's time zone.
    package static func shippedSettings() throws -> Settings { try settings.get() }
    private static let settings = Result { try SettingsReader(file: "\(shipped)/fristd.toml").read() }

    private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("etc").path

    private struct NotThere: Error {
        let text: String
        let name: String
    }
}
