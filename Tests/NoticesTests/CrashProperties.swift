import Deadlines
import Foundation
import Notices
import Store
import Telling
import TestSupport
import Testing

/// A crash between the lines and the mark in the store: the store as it was before, the files cut off anywhere.
@Suite(.ownJournal) struct CrashProperties {
    private struct Sent {
        let record: [String]
        let persons: [String: Set<PersonLog.Entry>]

        init(_ room: SendingRoom) throws {
            record = try room.recordedKeys(of: "\(room.record).1") + room.recordedKeys()
            let logs = try PersonLog.all(in: room.log).map { ($0.key.replacing(".1", with: ""), Set($0.value.entries)) }
            persons = Dictionary(logs, uniquingKeysWith: { $0.union($1) }).filter { !$0.value.isEmpty }
        }
    }

    @Test func `nothing is lost, nothing is there twice, torn ends are gone`() throws {
        var seed = Seed(for: "crashes while sending")
        for _ in 0..<25 {
            let room = try SendingRoom()
            try room.takeOneOfEach()
            try room.sender(at: "2026-06-02T08:30:00+02:00").sendDue()
            let files = try FileManager.default.subpathsOfDirectory(atPath: room.log).filter { $0.contains(".") }
            let before = Dictionary(uniqueKeysWithValues: files.map { ($0, size("\(room.log)/\($0)")) })
            let store = try room.copyOfStore(at: SendingRoom.evening)
            try room.sender(at: SendingRoom.evening).sendDue()
            let whole = try Sent(room)
            try cut(room, before, &seed)
            let count = try room.sender(at: SendingRoom.evening, of: store).sendDue()
            let again = try Sent(room)
            let advice = "\(seed.advice), \(count) sent again"
            #expect(again.record.sorted() == whole.record.sorted(), "\(advice)")
            #expect(again.persons == whole.persons, "\(advice)")
            let entries = try PersonLog.all(in: room.log).flatMap(\.value.entries)
            #expect(Set(entries).count == entries.count && entries.count == whole.record.count, "\(advice)")
            #expect(try store.due(at: Instant(known: SendingRoom.evening), limit: 1).isEmpty)
        }
    }

    private func size(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    /// Takes away what was written last: nothing, some bytes or all of each file; but the persons come before the record.
    private func cut(_ room: SendingRoom, _ before: [String: Int], _ seed: inout Seed) throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: room.log).filter { $0.contains(".") }
        let arePersonsTold = seed.once(in: 2)
        for file in files {
            let path = "\(room.log)/\(file)"
            let first = before[file] ?? 0
            let whole = size(path)
            let some = Int.random(in: first...whole, using: &seed)
            let left: Int
            switch file {
            case "notices.jsonl": left = arePersonsTold ? some : first
            default: left = arePersonsTold ? whole : seed.one(of: [first, whole, some])
            }
            if left == 0, seed.once(in: 2) {
                try FileManager.default.removeItem(atPath: path)
            } else {
                truncate(path, off_t(left))
                // A rotation between the crash and the next start.
                guard left == first || left == whole, seed.once(in: 3) else { continue }
                try FileManager.default.moveItem(atPath: path, toPath: "\(path).1")
            }
        }
    }

    @Test(arguments: ["{\"key\": \"half", "}", "\u{0}\u{0}\u{0}\n", "{\"key\": \"half\"\n"])
    func `what a crash left half written is not in the way`(torn: String) throws {
        let room = try SendingRoom()
        try room.takeOneOfEach()
        try room.sender(at: "2026-06-02T08:30:00+02:00").sendDue()
        let first = try room.recordedKeys()
        for file in try FileManager.default.subpathsOfDirectory(atPath: room.log).filter({ $0.contains(".") }) {
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: "\(room.log)/\(file)"))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(torn.utf8))
        }
        try room.sender(at: SendingRoom.evening).sendDue()
        let sent = try room.store.notices(in: [.sent]).map(\.queued.notice.key.rawValue)
        #expect(try room.recordedKeys().sorted() == sent.sorted() && sent.count > first.count)
        let entries = try PersonLog.all(in: room.log).flatMap(\.value.entries).map(\.key)
        #expect(entries.sorted() == sent.sorted())
    }

    /// What is in the record was sent, whatever is registered before the next run comes to it.
    @Test func `what was written and then became untrue is not written again when it is true once more`() throws {
        let room = try SendingRoom()
        try room.take(
            #"{"id": "a", "case": "CASE", "event": "indsats.ivaerksat", "at": "2026-03-02", "ref": "i", "#
                + #""caseworker": "mhs", "team": "nord", "data": {"type": "anbringelse"}}"#,
            at: "2026-05-30T10:00:00+02:00")
        let store = try room.copyOfStore(at: "2026-06-03T08:00:00+02:00")
        try room.sender(at: "2026-06-03T08:00:00+02:00").sendDue()
        let written = try room.recordedKeys()
        let sender = try room.sender(at: "2026-06-04T08:00:00+02:00", of: store)
        try room.take(
            #"{"id": "b", "case": "CASE", "event": "opfoelgning.afholdt", "at": "2026-06-02", "ref": "i"}"#,
            at: "2026-06-03T09:00:00+02:00", into: store)
        try sender.sendDue()
        try room.take(
            #"{"id": "c", "case": "CASE", "event": "registrering.annulleret", "at": "2026-06-03", "data": {"id": "b"}}"#,
            at: "2026-06-03T10:00:00+02:00", into: store)
        try sender.sendDue()
        #expect(try room.recordedKeys() == written && !written.isEmpty)
    }
}
