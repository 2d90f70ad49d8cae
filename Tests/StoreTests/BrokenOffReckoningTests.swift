import Deadlines
import Store
import Testing

@Suite struct BrokenOffReckoningTests {
    private let room: StoreRoom
    private let store: Store
    private let now = Instant(milliseconds: 1_780_000_000_000)

    init() throws {
        room = try StoreRoom()
        store = try room.open()
        // More than are reckoned at a time.
        let updates = try (0..<501).map { try StoreRoom.placement("u\($0)", of: "c-\($0)") }
        _ = try store.take(updates, at: now, using: room.reckoner)
        try store.setReckonedBy("old")
    }

    /// Whoever comes back to the old settings then must reckon as well.
    @Test func `what was broken off half way is reckoned by nobody's settings`() throws {
        var progress = Store.Progress(changed: now)
        #expect(try store.reckonMore(&progress, at: now, using: room.reckoner))
        #expect(try store.reckonedBy() == nil)
    }

    @Test func `every case is reckoned once, whatever the number at a time`() throws {
        var progress = Store.Progress(changed: now)
        while try store.reckonMore(&progress, at: now, using: room.reckoner) {}
        #expect(progress.cases == 501 && progress.moved == 0)
    }
}
