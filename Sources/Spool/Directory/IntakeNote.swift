package import Deadlines
import Files
import Glibc

/// What the daemon notes of the spool for those who may not look into it, or who see more there than it does itself.
///
/// It lies beside the store. Nothing in it names a case, nor a file, whose name its producer has chosen.
package struct IntakeNote: Equatable, Sendable {
    /// The file's name inside the state directory.
    package static let fileName = "intake"

    /// How many files wait to be read; nil when the daemon cannot see it either.
    package var filesWaiting: Int?
    /// How many reports of refused files there are; likewise.
    package var filesRefused: Int?
    /// What keeps the daemon from taking updates in; nil when nothing does.
    package var trouble: Trouble?

    /// What is in the way.
    package struct Trouble: Equatable, Sendable {
        /// One sentence that says what to do.
        package let reason: String
        /// Since when, by the daemon's clock.
        package let since: Instant

        /// A trouble of this reason.
        package init(reason: String, since: Instant) {
            self.reason = reason
            self.since = since
        }
    }

    /// A note of these.
    package init(filesWaiting: Int?, filesRefused: Int?, trouble: Trouble?) {
        self.filesWaiting = filesWaiting
        self.filesRefused = filesRefused
        self.trouble = trouble
    }

    /// As it is written: a line for each that is known.
    package var text: String {
        let counts = [("waiting", filesWaiting), ("refused", filesRefused)]
            .map { name, count in count.map { "\(name) \($0)\n" } ?? "" }.joined()
        let trouble = trouble.map { "since \($0.since.milliseconds)\ntrouble \($0.reason)\n" } ?? ""
        return counts + trouble
    }

    /// What `text` says.
    package init(text: String) {
        var words: [Substring: Substring] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2 { words[parts[0]] = parts[1] }
        }
        filesWaiting = words["waiting"].flatMap { Int($0) }
        filesRefused = words["refused"].flatMap { Int($0) }
        if let reason = words["trouble"], let since = words["since"].flatMap({ Int64($0) }) {
            trouble = Trouble(reason: String(reason), since: Instant(milliseconds: since))
        }
    }

    /// What the daemon of this state directory has noted; nil where there is nothing that can be read.
    package static func read(in directory: String) -> IntakeNote? {
        let file = try? OpenFile("\(directory)/\(fileName)", O_RDONLY | O_NOFOLLOW)
        guard let bytes = try? file?.bytes(atMost: 4096) else { return nil }
        return IntakeNote(text: String(decoding: bytes, as: UTF8.self))
    }
}
