import Foundation

/// A disk that is soon full, seen by one thread alone, beside the tests' journald. Needs ``MountNamespace/isPossible``.
package enum SmallDisk {
    /// Runs `body` on a thread that has an empty disk of so many KiB at the path given to it.
    package static func inside<Value: Sendable>(
        kibibytes: Int, _ body: @escaping @Sendable (String) throws -> Value
    ) async throws -> Value {
        let directory = try TemporaryDirectory()
        let path = directory.path
        let value = try await MountNamespace.onOwnThread(
            {
                try JournalDaemon.shared().enter()
                try MountNamespace.leave()
                _ = try ShellCommand(["mount", "-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path]).output()
            }, { try body(path) })
        return withExtendedLifetime(directory) { value }
    }

    /// Fills the disk at `path` with a file, but for one page, and says where that is; remove it to have room again.
    package static func fill(_ path: String) throws -> String {
        let ballast = "\(path)/ballast"
        let descriptor = open(ballast, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemCallFailure("open \(ballast)", errno) }
        defer { close(descriptor) }
        let page = [UInt8](repeating: 0, count: 4096)
        var size = 0
        while write(descriptor, page, page.count) == page.count { size += page.count }
        guard ftruncate(descriptor, off_t(size - page.count)) == 0 else { throw SystemCallFailure("ftruncate", errno) }
        return ballast
    }
}
