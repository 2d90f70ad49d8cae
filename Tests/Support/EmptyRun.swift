import Foundation
import Systemd

/// A thread whose `/run` is empty, so that no journald is to be seen there. Needs ``MountNamespace/isPossible``.
package enum EmptyRun {
    /// Runs `body` on such a thread.
    package static func inside<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await MountNamespace.onOwnThread(enter, body)
    }

    /// Moves this thread to where `/run` is empty.
    static func enter() throws {
        try MountNamespace.leave()
        _ = try ShellCommand(["mount", "-t", "tmpfs", "tmpfs", "/run"]).output()
    }

    /// Binds a socket in journald's place that nobody reads, as a journald that hangs.
    package static func hangingJournal() throws -> NotifySocket {
        try FileManager.default.createDirectory(atPath: "/run/systemd/journal", withIntermediateDirectories: true)
        return try NotifySocket(binding: Journal.socket)
    }

    /// Puts a socket in journald's place that nobody reads any more, as a crashed journald leaves it.
    package static func leaveDeadSocket() throws {
        try FileManager.default.createDirectory(atPath: "/run/systemd/journal", withIntermediateDirectories: true)
        _ = try NotifySocket(binding: Journal.socket, keepFile: true)
    }
}
