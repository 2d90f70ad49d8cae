import Deadlines
import Foundation
import Notices
import Store
import TestSupport
import Testing

@Suite struct FailingDiskTests {
    private let room: SendingRoom

    init() throws {
        room = try SendingRoom()
        try room.takeOneOfEach()
    }

    @Test(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
    func `on a full disk nothing counts as sent, and the next try sends all`() async throws {
        try await SmallDisk.inside(kibibytes: 256) { [room] path in
            let sender = try room.sender(at: SendingRoom.evening, log: path)
            let ballast = try SmallDisk.fill(path)
            for _ in 0..<2 {
                let error = #expect(throws: LogFileError.self) { try sender.sendDue() }
                #expect(error?.description.contains("No space left on device") == true)
                #expect(try room.store.notices(in: [.sent]).isEmpty)
            }
            try FileManager.default.removeItem(atPath: ballast)
            let count = try sender.sendDue()
            try FailingDiskTests.expectEverythingOnce(room, path, count)
        }
    }

    @Test(arguments: ["reminders/mhs.log", "escalations/kbe.log"])
    func `when one log cannot be written, no line is written twice by trying again`(file: String) throws {
        let sender = try room.sender(at: SendingRoom.evening)
        // A symbolic link is not followed, not even by root.
        let path = "\(room.log)/\(file)"
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
        for _ in 0..<3 {
            let error = #expect(throws: LogFileError.self) { try sender.sendDue() }
            #expect(error?.description.hasPrefix("\(path) cannot be opened") == true)
            #expect(try room.store.notices(in: [.sent]).isEmpty)
        }
        try FileManager.default.removeItem(atPath: path)
        let count = try sender.sendDue()
        try FailingDiskTests.expectEverythingOnce(room, room.log, count)
    }

    @Test func `a log that cannot be written does not keep the next run from starting`() throws {
        let store = try room.copyOfStore()
        try room.sender(at: SendingRoom.evening).sendDue()
        let path = "\(room.log)/reminders/mhs.log"
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
        let sender = try room.sender(at: SendingRoom.evening, of: store)
        #expect(throws: LogFileError.self) { try sender.sendDue() }
        try FileManager.default.removeItem(atPath: path)
        let count = try sender.sendDue()
        try FailingDiskTests.expectEverythingOnce(room, room.log, count)
    }

    @Test func `the log directory of a file is told`() throws {
        try Data().write(to: URL(fileURLWithPath: room.log))
        let error = #expect(throws: LogFileError.self) { try room.sender(at: SendingRoom.evening) }
        #expect(error?.description.contains(room.log) == true)
    }

    @Test func `folders above the log directory are made`() throws {
        try room.sender(at: SendingRoom.evening, log: "\(room.log)/deep/below").sendDue()
        #expect(!WholeLines.of("\(room.log)/deep/below/notices.jsonl").isEmpty)
    }

    private static func expectEverythingOnce(_ room: SendingRoom, _ log: String, _ count: Int) throws {
        let sent = try room.store.notices(in: [.sent]).map(\.queued.notice.key.rawValue).sorted()
        #expect(sent.count == count && count > 8)
        #expect(try room.recordedKeys(of: "\(log)/notices.jsonl").sorted() == sent)
        #expect(try PersonLog.all(in: log).flatMap(\.value.entries).map(\.key).sorted() == sent)
    }
}
