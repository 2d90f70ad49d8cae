import Foundation

/// Waits for what other processes do with files. inotify says when to look again, so nothing is waited for longer than
/// it takes, and nothing for ever.
package struct FileWatch: ~Copyable {
    /// The longest a test waits: long enough for a busy machine.
    private static let patience: TimeInterval = 60
    private let descriptor: Int32

    /// A watch on everything that happens in these directories.
    package init(on directories: [String]) throws {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw SystemCallFailure("inotify_init1", errno) }
        let events = IN_CREATE | IN_DELETE | IN_MODIFY | IN_MOVED_FROM | IN_MOVED_TO
        for directory in directories where inotify_add_watch(descriptor, directory, UInt32(events)) < 0 {
            throw SystemCallFailure("inotify_add_watch \(directory)", errno)
        }
    }

    deinit {
        close(descriptor)
    }

    /// Waits until `look` finds what it looks for: it looks now, and again whenever something has happened.
    @discardableResult
    package static func await<Found>(
        _ what: String, in directories: String..., looking look: () throws -> Found?
    ) throws -> Found {
        let watch = try FileWatch(on: directories)
        let end = ProcessInfo.processInfo.systemUptime + patience
        while true {
            if let found = try look() { return found }
            let rest = end - ProcessInfo.processInfo.systemUptime
            guard rest > 0 else { throw DidNotCome(what: what) }
            watch.awaitEvent(atMost: rest)
        }
    }

    /// Waits until a file in `directory` has at least `count` whole lines that `isWanted` wants, and returns those.
    @discardableResult
    package static func lines(
        _ count: Int = 1, of path: String, where isWanted: (String) -> Bool = { _ in true }
    ) throws -> [String] {
        let directory = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        return try FileWatch.await("\(count) lines of \(path)", in: directory) {
            let lines = WholeLines.of(path).filter(isWanted)
            return lines.count >= count ? lines : nil
        }
    }

    private func awaitEvent(atMost seconds: TimeInterval) {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, Int32(seconds * 1000) + 1)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while read(descriptor, &buffer, buffer.count) > 0 {}
    }

    /// What a test waited for in vain.
    package struct DidNotCome: Error {
        let what: String
    }
}

/// Lines as another process may be writing them.
package enum WholeLines {
    /// The lines of a file that end in a newline; none where there is no file.
    package static func of(_ path: String) -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast().map(String.init)
    }
}
