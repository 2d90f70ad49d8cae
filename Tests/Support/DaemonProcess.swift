import Foundation

/// A real `fristd` on a scratch configuration, told where its service manager listens, with a journald of the tests' own.
/// It is killed with the object.
package final class DaemonProcess: Sendable {
    /// What it works on.
    package let configuration: ScratchConfiguration
    private let process: Process
    private let manager: ServiceManagerEnd
    private let log: String

    /// Starts it, with its clock at `now`, or else at ``anyTime``.
    ///
    /// - Parameter logsToJournal: whether its log goes to the journal it sees, as under systemd, instead of to ``logged``.
    package init(
        _ configuration: ScratchConfiguration, now: String? = nil, environment: [String: String] = [:],
        logsToJournal: Bool = false, as account: Account? = nil
    ) throws {
        self.configuration = configuration
        manager = try ServiceManagerEnd()
        log = configuration.path("fristd.\(UInt64.random(in: 0 ... .max)).log")
        try Data().write(to: URL(fileURLWithPath: log))
        let process = Process()
        let clock = (now ?? Self.anyTime).map { ["--now", $0] } ?? []
        (process.executableURL, process.arguments) = try BuiltProgram("fristd").command(
            ["--config", configuration.file] + clock, as: account)
        var environment = environment.merging(["NOTIFY_SOCKET": manager.address]) { given, _ in given }
        if logsToJournal {
            // What systemd says of the stream that it connects; here a file passes for it.
            var status = stat()
            stat(log, &status)
            environment["JOURNAL_STREAM"] = "\(status.st_dev):\(status.st_ino)"
        }
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        try process.run()
        self.process = process
    }

    /// The time of a daemon whose test passes at any: the machine's, or what `FRISTD_TEST_NOW` says.
    private static let anyTime = ProcessInfo.processInfo.environment["FRISTD_TEST_NOW"]

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        manager.stop()
    }

    /// Starts it, and waits until it is ready.
    package static func ready(
        _ configuration: ScratchConfiguration, now: String? = nil, environment: [String: String] = [:],
        logsToJournal: Bool = false, as account: Account? = nil
    ) throws -> DaemonProcess {
        let daemon = try DaemonProcess(
            configuration, now: now, environment: environment, logsToJournal: logsToJournal, as: account)
        try daemon.awaitState("READY=1")
        return daemon
    }

    /// Waits until it tells the service manager a line that begins so: `READY=1`.
    ///
    /// - Returns: everything it told up to then, since this was last asked.
    @discardableResult
    package func awaitState(_ state: String) throws -> [String] {
        try manager.await(state)
    }

    /// Its number, as in `/proc`.
    package var processIdentifier: Int32 { process.processIdentifier }

    /// Sends it a signal.
    package func signal(_ number: Int32) {
        kill(process.processIdentifier, number)
    }

    /// Waits for its end.
    ///
    /// - Returns: its exit code, or the number of the signal that ended it.
    @discardableResult
    package func awaitExit() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Waits until its log has a line that contains `text`.
    @discardableResult
    package func awaitLog(_ text: String) throws -> String {
        try FileWatch.lines(of: log) { $0.contains(text) }[0]
    }

    /// What it has logged so far.
    package var logged: [String] { WholeLines.of(log) }
}
