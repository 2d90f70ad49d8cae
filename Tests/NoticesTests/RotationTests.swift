import Deadlines
import Foundation
import Notices
import Store
import Telling
import TestSupport
import Testing

@Suite(.ownJournal) struct RotationTests {
    private let room: SendingRoom

    init() throws {
        room = try SendingRoom()
        try room.takeOneOfEach()
    }

    private var files: [String] { ["notices.jsonl", "reminders/mhs.log", "escalations/kbe.log"] }

    @Test func `after a rotation lines go to new files, and none is lost`() throws {
        let sender = try room.sender(at: SendingRoom.evening)
        try sender.sendDue()
        let old = try files.map { try #require(FileManager.default.contents(atPath: "\(room.log)/\($0)")) }
        for file in files {
            try FileManager.default.moveItem(atPath: "\(room.log)/\(file)", toPath: "\(room.log)/\(file).1")
        }
        sender.reopen()
        try room.take(
            #"{"id": "n", "case": "CASE", "event": "underretning.modtaget", "at": "2026-06-03T17:00:00+02:00", "ref": "n"}"#,
            at: SendingRoom.evening)
        #expect(try sender.sendDue() == 2)
        let sent = try room.store.notices(in: [.sent]).map(\.queued.notice.key.rawValue).sorted()
        let new = try room.recordedKeys()
        #expect(new.count == 2)
        #expect(try (room.recordedKeys(of: "\(room.record).1") + new).sorted() == sent)
        #expect(try PersonLog("\(room.log)/reminders/mhs.log").entries.count == 1)
        for (file, content) in zip(files, old) {
            #expect(FileManager.default.contents(atPath: "\(room.log)/\(file).1") == content, "\(file)")
        }
    }

    @Test func `until it is told, it writes on to the renamed file`() throws {
        let sender = try room.sender(at: SendingRoom.evening)
        try FileManager.default.moveItem(atPath: room.record, toPath: "\(room.record).1")
        try sender.sendDue()
        #expect(!FileManager.default.fileExists(atPath: room.record))
        #expect(try room.recordedKeys(of: "\(room.record).1").count > 8)
        sender.reopen()
        #expect(FileManager.default.fileExists(atPath: room.record))
    }
}
