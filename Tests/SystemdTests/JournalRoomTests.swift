import Foundation
import TestSupport
import Testing

@testable import Systemd

@Suite(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
struct JournalRoomTests {
    @Test func `a journald that does not read is not waited for`() async throws {
        try await EmptyRun.inside {
            try FileManager.default.createDirectory(
                atPath: "/run/systemd/journal", withIntermediateDirectories: true)
            // Somebody has bound the socket and reads nothing, as a journald that hangs.
            let hanging = try NotifySocket(binding: Journal.socket)
            let entry = JournalEntry("one of many", priority: .notice)
            let room = JournalRoom()
            let failure = #expect(throws: JournalError.self) {
                while true {
                    try room.await(atMost: 10)
                    try Journal.send(entry)
                }
            }
            #expect(failure?.code == ETIMEDOUT)
            withExtendedLifetime(hanging) {}
        }
    }

    @Test func `where no journald listens there is nothing to wait for`() async throws {
        try await EmptyRun.inside { try JournalRoom().await(atMost: 0) }
    }
}
