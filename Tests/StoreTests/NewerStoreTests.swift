import Foundation
import Store
import TestSupport
import Testing

@Suite struct NewerStoreTests {
    private let room: StoreRoom

    init() throws { room = try StoreRoom() }

    /// What is in the directory, but for SQLite's shared memory and a log that holds nothing.
    private var files: [String: Data] {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: room.path).filter { !$0.hasSuffix("-shm") }
            let contents = names.map {
                ($0, FileManager.default.contents(atPath: "\(room.path)/\($0)") ?? Data())
            }
            return Dictionary(uniqueKeysWithValues: contents.filter { !$0.1.isEmpty })
        }
    }

    private func expectRefusal() throws {
        let before = try files
        let writing = #expect(throws: StoreError.self) { try room.open() }
        let reading = #expect(throws: StoreError.self) { try Store.reading(directory: room.path) }
        for error in [writing, reading] {
            #expect(error?.description.contains("was written by a newer fristd and has been left untouched") == true)
        }
        #expect(try files == before)
    }

    private static let future = "INSERT INTO grdb_migrations VALUES ('999 of a later version')"

    @Test func `a store of a newer version is refused and not touched`() throws {
        _ = try room.open()
        _ = try room.sqlite(Self.future)
        try expectRefusal()
    }

    /// As a newer daemon that was killed leaves it.
    @Test func `nor are commits that are still in its log`() throws {
        let other = try StoreRoom()
        let store = try other.open()
        _ = try other.sqlite(Self.future)
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: other.databasePath + ending, toPath: room.databasePath + ending)
        }
        try withExtendedLifetime(store) {
            #expect(try files["fristd.sqlite-wal"]?.isEmpty == false)
            try expectRefusal()
        }
    }
}
