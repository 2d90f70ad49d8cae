package import Foundation
import Systemd

/// A real `systemd-journald` for tests, without systemd as process 1.
///
/// Where the kernel lets the test (root with `CAP_SYS_ADMIN`), each has a mount namespace of its own with an empty `/run`, so
/// runs beside each other and the host's journal stay apart; what must reach it goes through ``inside(_:)``. In a container
/// without that right, a journald that listens is used as it is, and otherwise one is started in place.
///
/// It ends with the object, and when the test process dies: its shell waits on a pipe from here.
package final class JournalDaemon: Sendable {
    /// One daemon for all tests of the process; select your own entries by a field of your own.
    package static func shared() throws -> JournalDaemon { try common.get() }
    private static let common = Result { try JournalDaemon() }

    private let shell: Process?
    private let lifeline = Pipe()
    private let namespace: String?

    /// Starts one, and waits until it is ready.
    package init() throws {
        let isPrivate = MountNamespace.isPossible
        if !isPrivate && Journal.isListening {
            (shell, namespace) = (nil, nil)
            return
        }
        let manager = try NotifySocket(abstract: true)
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        shell.arguments =
            isPrivate
            ? ["unshare", "--mount", "--propagation", "private", "sh", "-c", Self.emptyRun + Self.run]
            : ["sh", "-c", Self.run]
        shell.environment = ["NOTIFY_SOCKET": manager.address, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        shell.standardInput = lifeline
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        self.shell = shell
        namespace = isPrivate ? "/proc/\(shell.processIdentifier)/ns/mnt" : nil
        while try !manager.receive().contains("READY=1") {}
    }

    deinit {
        // A line, because a process started meanwhile may hold the pipe open.
        try? lifeline.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
        try? lifeline.fileHandleForWriting.close()
        shell?.waitUntilExit()
    }

    private static let emptyRun = """
        set -e
        mount -t tmpfs tmpfs /run
        mkdir -p /run/systemd/journald.conf.d
        printf '[Journal]\\nStorage=volatile\\nRateLimitIntervalSec=0\\nReadKMsg=no\\nAudit=no\\n' \
        > /run/systemd/journald.conf.d/test.conf

        """

    private static let run = """
        mkdir -p /run/systemd/journal /run/log/journal
        /lib/systemd/systemd-journald < /dev/null &
        read -r nothing || true
        kill $!
        wait $!
        """

    /// Runs `body` on a thread of its own that sees this journald at `/run/systemd/journal`, as do processes it starts.
    /// An expectation that fails in there fails the run, but is reported without the test's name.
    package func inside<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await MountNamespace.onOwnThread(enter, body)
    }

    /// A command whose program sees the shared journald, or what this thread sees that has other mounts.
    static func seen(by command: (executable: URL, arguments: [String])) throws -> (URL, [String]) {
        guard !MountNamespace.isEntered, let namespace = try shared().namespace else { return command }
        let enter = ["--mount=\(namespace)", command.executable.path]
        return (URL(fileURLWithPath: "/usr/bin/nsenter"), enter + command.arguments)
    }

    /// Whether this thread sees a journald of the tests' own, as far as there can be one.
    package static var isSeen: Bool { MountNamespace.isEntered || !MountNamespace.isPossible }

    /// Moves this thread to where this journald is seen.
    func enter() throws { try namespace.map(MountNamespace.enter) }

    /// The entries that match, e.g. `FRISTD_KEY=abc`, after everything sent so far is in the journal.
    package func entries(_ matches: String...) throws -> [ExportedEntry] {
        ExportedEntry.parse(try journalctl(["--output=export"] + matches))
    }

    /// What `journalctl` prints, after everything sent so far is in the journal.
    package func journalctl(_ arguments: [String]) throws -> Data {
        let enter = namespace.map { ["nsenter", "--mount=\($0)"] } ?? []
        _ = try ShellCommand(enter + ["journalctl", "--sync"]).output()
        return try ShellCommand(enter + ["journalctl", "--quiet", "--all", "--no-pager"] + arguments).output()
    }
}
