import Deadlines
import Files
import Foundation
import Notices
import Store
import Telling
import TestSupport
import Testing

@Suite(.ownJournal) struct FailingDiskTests {
    private let room: SendingRoom

    init() throws {
        room = try SendingRoom()
        try room.takeOneOfEach()
    }

    @Test(.enabled(if: MountNamespace.isPossible, "needs root with CAP_SYS_ADMIN"))
    func `on a full disk nothing counts as sent, and a later try sends all`() async throws {
        try await SmallDisk.inside(kibibytes: 256) { [room] path in
            let clock = try SteppingClock(SendingRoom.evening)
            let sender = try room.sender(by: clock.clock, log: path)
            let ballast = try SmallDisk.fill(path)
            for _ in 0..<2 {
                #expect(try sender.sendDue() == 0)
                #expect(try room.store.notices(in: [.sent, .waiting, .failed]).allSatisfy { !$0.queued.isTold })
                let reasons = try room.store.heldUp().flatMap(\.delivery.failures).map(\.failure.reason)
                #expect(reasons.count > 8 && reasons.allSatisfy { $0.contains("No space left on device") })
                clock.advance(minutes: 20)
            }
            try FileManager.default.removeItem(atPath: ballast)
            let count = try sender.sendDue()
            try FailingDiskTests.expectEverythingOnce(room, path, count)
        }
    }

    @Test(arguments: ["reminders/mhs.log", "escalations/kbe.log"])
    func `when one log cannot be written, the others are, and no line is written twice by trying again`(
        file: String
    ) throws {
        let clock = try SteppingClock(SendingRoom.evening)
        let sender = try room.sender(by: clock.clock)
        // A symbolic link is not followed, not even by root.
        let path = "\(room.log)/\(file)"
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
        var count = 0
        for _ in 0..<3 {
            count += try sender.sendDue()
            let held = try room.store.heldUp()
            let person = file.split(separator: "/")[1].dropLast(4)
            #expect(!held.isEmpty && held.allSatisfy { $0.queued.notice.recipient.person.rawValue == person })
            let failures = held.flatMap(\.delivery.failures)
            #expect(
                failures.allSatisfy {
                    $0.sink == .person && $0.failure.reason.hasPrefix("\(path) cannot be opened")
                })
            #expect(try room.recordedKeys().count == count && count > 0)
            clock.advance(minutes: 20)
        }
        try FileManager.default.removeItem(atPath: path)
        count += try sender.sendDue()
        try FailingDiskTests.expectEverythingOnce(room, room.log, count)
    }

    @Test func `a log that cannot be read at the start does not keep anything, and nothing is there twice`() throws {
        let store = try room.copyOfStore(at: SendingRoom.evening)
        try room.sender(at: SendingRoom.evening).sendDue()
        let path = "\(room.log)/reminders/mhs.log"
        let aside = "\(room.log)/aside"
        try FileManager.default.moveItem(atPath: path, toPath: aside)
        // As after a crash before the record was written.
        try FileManager.default.removeItem(atPath: room.record)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
        let clock = try SteppingClock(SendingRoom.evening)
        let sender = try room.sender(by: clock.clock, of: store)
        try sender.sendDue()
        #expect(try !store.heldUp().isEmpty)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: aside, toPath: path)
        clock.advance(minutes: 20)
        try sender.sendDue()
        let sent = try store.notices(in: [.sent]).count
        try FailingDiskTests.expectEverythingOnce(room, room.log, sent)
    }

    @Test func `the log directory of a file is told`() throws {
        try Data().write(to: URL(fileURLWithPath: room.log))
        let error = #expect(throws: FileError.self) { try room.sender(at: SendingRoom.evening) }
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
