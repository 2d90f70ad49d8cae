import CSystemd
import Foundation
import Glibc
import Logging
import TestSupport
import Testing

@testable import Systemd

@Suite struct JournalLogHandlerTests {
    @Test func `connected to the journal, the log is native`() async throws {
        // Where one journald must do for all, it is this process's, not the shorter-lived one's below.
        _ = try JournalDaemon.shared()
        await #expect(processExitsWith: .success) {
            let journal = try JournalDaemon.shared()
            let key = UUID().uuidString
            try await journal.inside {
                try JournalLogHandlerTests.connectStandardErrorToJournal()
                #expect(ServiceLog.bootstrap(label: "fristd", level: .info) == .journal)
                var logger = Logger(label: "fristd.spool")
                logger[metadataKey: "run"] = "\(key)"
                logger[metadataKey: "over"] = "logger"
                logger.error(
                    "Broken\nPRIORITY=0", error: SystemCallFailure("open", ENOENT),
                    metadata: ["feed-age": "7", "over": "event", "ænd": "x", "list": ["a", "b"]],
                    file: "Spool/Intake.swift", function: "take()", line: 42)
            }
            let found = try journal.entries("FRISTD_RUN=\(key)")
            try #require(found.count == 1)
            let entry = found[0]
            let message = try #require(entry["MESSAGE"].first)
            #expect(message.hasPrefix(#"Broken\nPRIORITY=0 error="#))
            #expect(message.hasSuffix(#" feed-age=7 list="[a, b]" over=event run=\#(key) ænd=x"#))
            #expect(entry["PRIORITY"] == ["3"])
            #expect(entry["SYSLOG_IDENTIFIER"] == ["fristd"])
            #expect(entry["CODE_FILE"] == ["Spool/Intake.swift"])
            #expect(entry["CODE_LINE"] == ["42"])
            #expect(entry["CODE_FUNC"] == ["take()"])
            #expect(entry["FRISTD_LOGGER"] == ["fristd.spool"])
            #expect(entry["FRISTD_FEED_AGE"] == ["7"])
            #expect(entry["FRISTD_OVER"] == ["event"])
            #expect(entry["FRISTD___ND"] == ["x"])
            #expect(entry["FRISTD_LIST"] == ["[a, b]"])
            #expect(entry["FRISTD_ERROR"] == ["open: No such file or directory"])
            #expect(entry["_TRANSPORT"] == ["journal"])
        }
    }

    @Test func `standard error redirected since is not the journal`() async throws {
        let journal = try JournalDaemon.shared()
        try await journal.inside {
            let descriptor = sd_journal_stream_fd("fristd-test", 6, 0)
            try #require(descriptor >= 0)
            defer { close(descriptor) }
            let stream = try #require(JournalStream(parsing: try Self.identity(of: descriptor)))
            #expect(stream.isConnected(to: descriptor))
            let other = sd_journal_stream_fd("fristd-test", 6, 0)
            try #require(other >= 0)
            defer { close(other) }
            #expect(!stream.isConnected(to: other))
            #expect(!stream.isConnected(to: STDERR_FILENO))
            #expect(!stream.isConnected(to: -1))
        }
    }

    @Test(arguments: ["", ":", "8", "8:", ":8", "8:9:10", "8:x", "-1:5"])
    func `a journal stream that is no device and inode is none`(text: String) {
        #expect(JournalStream(parsing: text) == nil)
    }

    /// The test that the documentation of `LogHandler` asks of every handler.
    @Test(arguments: [true, false])
    func `level and metadata are values`(native: Bool) {
        var logger1 = Logger(label: "first logger") { label -> any LogHandler in
            if native {
                JournalLogHandler(label: label, identifier: "fristd", prefix: "FRISTD", level: .info)
            } else {
                LineLogHandler(label: label, level: .info)
            }
        }
        logger1.logLevel = .debug
        logger1[metadataKey: "only-on"] = "first"

        var logger2 = logger1
        logger2.logLevel = .error
        logger2[metadataKey: "only-on"] = "second"

        #expect(logger1.logLevel == .debug)
        #expect(logger2.logLevel == .error)
        #expect(logger1[metadataKey: "only-on"] == "first")
        #expect(logger2[metadataKey: "only-on"] == "second")
    }

    @Test func `a provider's metadata is asked for at each event`() {
        let provider = Logger.MetadataProvider { ["who": "provider", "run": "provider"] }
        var handler = JournalLogHandler(
            label: "l", identifier: "fristd", prefix: "FRISTD", level: .info, metadataProvider: provider)
        handler[metadataKey: "who"] = "logger"
        let event = LogEvent(
            level: .critical, message: "m", metadata: ["run": "event"], source: nil, file: "F", function: "f", line: 1)
        let entry = handler.entry(for: event)
        func values(_ field: JournalField) -> [String] { entry.items.filter { $0.field == field }.map(\.value) }
        #expect(values("FRISTD_WHO") == ["provider"])
        #expect(values("FRISTD_RUN") == ["event"])
        #expect(values(.priority) == ["2"])
    }

    @Test(arguments: [("fristd", "FRISTD"), ("_7-eleven", "ELEVEN"), ("42", "LOG"), ("", "LOG")])
    func `the program's name makes the prefix`(label: String, prefix: String) {
        #expect(JournalField(program: label).name == prefix)
        let long = JournalField(prefix: JournalField(program: label), key: String(repeating: "k", count: 99))
        #expect(JournalField.isValid(long.name))
    }

    private static func connectStandardErrorToJournal() throws {
        let descriptor = sd_journal_stream_fd("fristd", 6, 0)
        guard descriptor >= 0, dup2(descriptor, STDERR_FILENO) >= 0 else {
            throw SystemCallFailure("sd_journal_stream_fd", -descriptor)
        }
        setenv("JOURNAL_STREAM", try identity(of: STDERR_FILENO), 1)
    }

    private static func identity(of descriptor: Int32) throws -> String {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemCallFailure("fstat", errno) }
        return "\(status.st_dev):\(status.st_ino)"
    }
}
