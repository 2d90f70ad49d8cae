import Foundation
import Logging
import TestSupport
import Testing

@testable import Systemd

/// A journald that has bound its socket and reads nothing.
@Suite(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
struct HangingJournalTests {
    @Test func `it is waited for once, and taken to again when it reads`() async {
        await #expect(processExitsWith: .success) {
            try await EmptyRun.inside {
                let journal = try EmptyRun.hangingJournal()
                let entry = JournalEntry("one of many", priority: .notice)
                let clock = ContinuousClock()
                func fails(_ count: Int) -> Duration {
                    clock.measure {
                        for _ in 0..<count {
                            let failure = #expect(throws: JournalError.self) { try Journal.send(entry) }
                            #expect(failure?.code == ETIMEDOUT)
                        }
                    }
                }
                try journal.fill()
                let patience = fails(1)
                #expect(patience >= .seconds(2) && patience < .seconds(10))
                #expect(fails(100) < .seconds(1))
                while !journal.isEmpty { _ = try journal.receive() }
                let outcome = try Journal.send(entry)
                #expect(outcome == .taken)
                #expect(try journal.receive().contains("one of many"))
            }
        }
    }

    @Test func `lines that find room nowhere are counted, and how many is told`() async {
        await #expect(processExitsWith: .success) {
            try await EmptyRun.inside {
                let journal = try EmptyRun.hangingJournal()
                try journal.fill()
                let handler = JournalLogHandler(label: "fristd", identifier: "fristd", prefix: "FRISTD", level: .info)
                let event = LogEvent(
                    level: .info, message: "a line", metadata: nil, source: nil, file: "F", function: "f", line: 1)
                try HangingJournalTests.withoutStandardError {
                    for _ in 0..<3 { handler.log(event: event) }
                }
                while !journal.isEmpty { _ = try journal.receive() }
                handler.log(event: event)
                #expect(try journal.receive().contains("a line"))
                #expect(try journal.receive().contains("3 lines of the log were lost"))
                handler.log(event: event)
                #expect(try journal.receive().contains("a line") && journal.isEmpty)
            }
        }
    }

    @Test func `a line that finds room on standard error is not lost`() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            try await EmptyRun.inside {
                let journal = try EmptyRun.hangingJournal()
                try journal.fill()
                JournalLogHandler(label: "fristd", identifier: "fristd", prefix: "FRISTD", level: .info).log(
                    event: LogEvent(
                        level: .info, message: "a line", metadata: nil, source: nil, file: "F", function: "f", line: 1))
                withExtendedLifetime(journal) {}
            }
        }
        let output = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(output.hasSuffix("fristd: a line\n"), "\(output)")
    }

    /// Does `body` while standard error is a pipe that nobody reads and that is full.
    private static func withoutStandardError(_ body: () -> Void) throws {
        var ends: [Int32] = [0, 0]
        let whole = dup(STDERR_FILENO)
        guard whole >= 0, pipe(&ends) == 0, fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0 else {
            throw SystemCallFailure("pipe", errno)
        }
        while write(ends[1], "x", 1) == 1 {}
        dup2(ends[1], STDERR_FILENO)
        body()
        dup2(whole, STDERR_FILENO)
        for end in ends + [whole] { close(end) }
    }
}
