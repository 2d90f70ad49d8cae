import Foundation
import TestSupport
import Testing

@Suite struct RotationTests {
    private let room: SendingRoom

    init() throws {
        room = try SendingRoom()
        try room.takeOneOfEach()
    }

    private var files: [String] { ["notices.jsonl", "reminders/mhs.log", "escalations/kbe.log"] }

    private func rename(_ ending: String) throws {
        for file in files {
            try FileManager.default.moveItem(atPath: "\(room.log)/\(file)", toPath: "\(room.log)/\(file)\(ending)")
        }
    }

    /// Between two senders of one log, so that the clock may stand still.
    private func sendTwice(between rotate: () throws -> Void) throws {
        let early = try room.sender(at: "2026-06-03T08:00:00+02:00")
        try early.sendDue()
        try rotate()
        try early.reopen()
        let late = try room.sender(at: SendingRoom.evening)
        try late.sendDue()
    }

    @Test func `after a rotation lines go to new files, and none is lost`() throws {
        try sendTwice { try rename(".1") }
        let sent = try room.store.notices(in: [.sent]).map(\.queued.notice.key.rawValue).sorted()
        let (old, new) = (try room.recordedKeys(of: "\(room.record).1"), try room.recordedKeys())
        #expect(!old.isEmpty && !new.isEmpty)
        #expect((old + new).sorted() == sent)
    }

    @Test func `until it is told, it writes on to the renamed file`() throws {
        let sender = try room.sender(at: SendingRoom.evening)
        try rename(atStart: ".1")
        try sender.sendDue()
        #expect(!FileManager.default.fileExists(atPath: room.record))
        #expect(try room.recordedKeys(of: "\(room.record).1").count > 8)
        try sender.reopen()
        #expect(FileManager.default.fileExists(atPath: room.record))
    }

    private func rename(atStart ending: String) throws {
        try FileManager.default.moveItem(atPath: room.record, toPath: room.record + ending)
    }
}
