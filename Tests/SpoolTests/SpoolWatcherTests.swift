import Deadlines
import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Spool

@Suite struct SpoolWatcherTests {
    /// A watched spool that takes everything in as the daemon does, and tells each update it took.
    private final class Watched: Sendable {
        let spool: TemporarySpool
        let updates: AsyncStream<String>
        let looks = Mutex(0)
        let queue = DispatchQueue(label: "spool-tests")
        private let told: AsyncStream<String>.Continuation
        private let state: Mutex<(intake: Intake, settler: Settler)>
        private let watcher = Mutex<SpoolWatcher?>(nil)

        init(rest: Rest = .standard) throws {
            let spool = try TemporarySpool()
            self.spool = spool
            (updates, told) = AsyncStream.makeStream()
            let intake = Intake(
                spool: spool.spool, reader: Fixture.reader, producers: Producers(), rest: rest)
            state = Mutex((intake, Settler(spool: spool.spool)))
        }

        func start() throws {
            let watcher = try SpoolWatcher(spool.spool, queue: queue) { [weak self] in self?.look($0) }
            self.watcher.withLock { $0 = watcher }
        }

        private func look(_ arrivals: Arrivals) {
            looks.withLock { $0 += 1 }
            let again = state.withLock { state in
                try? state.intake.look(arrivals)
                while let batch = state.intake.next(limit: 100, clock: Fixture.noon) {
                    _ = try? state.settler.settle(batch, at: Fixture.noon)
                    for entry in batch.entries { told.yield(entry.update.id.rawValue) }
                    for file in batch.files where !file.refusals.isEmpty { told.yield("refused " + file.name) }
                }
                return state.intake.lookAgain
            }
            if let again { watcher.withLock { $0?.lookAgain(afterMilliseconds: again) } }
        }

        func stop() {
            watcher.withLock { $0?.stop() }
            spool.remove()
        }

        /// The next `count` updates, in any order.
        func next(_ count: Int = 1) async -> Set<String> {
            var found: Set<String> = []
            for await update in updates {
                found.insert(update)
                if found.count == count { break }
            }
            return found
        }
    }

    @Test(.timeLimit(.minutes(1))) func seesWhatWaitedAndWhatIsRenamedIn() async throws {
        let watched = try Watched(rest: Rest(usual: 0, beingWritten: 60_000))
        defer { watched.stop() }
        try watched.spool.send("before.json", line("before"))
        try watched.start()
        #expect(await watched.next() == ["before"])
        try watched.spool.send("after.json", line("after"))
        #expect(await watched.next() == ["after"])
    }

    @Test(.timeLimit(.minutes(1))) func readsASlowWritersFileWhenItIsClosedAndNotBefore() async throws {
        let watched = try Watched()
        defer { watched.stop() }
        try watched.start()
        try watched.spool.send("first.json", line("first"))
        #expect(await watched.next() == ["first"])
        let path = watched.spool.path("incoming/slow.jsonl")
        let descriptor = open(path, O_CREAT | O_WRONLY, 0o640)
        let halves = [String(line("slow").prefix(20)), String(line("slow").dropFirst(20))]
        #expect(write(descriptor, halves[0], halves[0].utf8.count) == 20)
        // It has not been written to for ten seconds; but it was made here and not closed.
        let earlier = timespec(tv_sec: time(nil) - 10, tv_nsec: 0)
        #expect(futimens(descriptor, [earlier, earlier]) == 0)
        try watched.spool.send("marker.json", line("marker"))
        #expect(await watched.next() == ["marker"])
        #expect(watched.spool.names("incoming") == ["slow.jsonl"])
        #expect(write(descriptor, halves[1], halves[1].utf8.count) > 0)
        close(descriptor)
        #expect(await watched.next() == ["slow"])
        #expect(watched.spool.names("rejected").isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func readsALinkedFileWhenItHasRested() async throws {
        let watched = try Watched(rest: Rest(usual: 50, beingWritten: 100))
        defer { watched.stop() }
        try watched.start()
        let source = watched.spool.path("source")
        try Data(line("linked").utf8).write(to: URL(fileURLWithPath: source))
        #expect(link(source, watched.spool.path("incoming/linked.json")) == 0)
        #expect(await watched.next() == ["linked"])
    }

    @Test(.timeLimit(.minutes(1))) func refusesALinkAsSoonAsItAppears() async throws {
        let watched = try Watched()
        defer { watched.stop() }
        try watched.start()
        #expect(symlink("/nonexistent", watched.spool.path("incoming/link.json")) == 0)
        #expect(await watched.next() == ["refused link.json"])
    }

    @Test(.timeLimit(.minutes(1))) func watchesTheDirectoryThatTakesThePlaceOfAnother() async throws {
        let watched = try Watched(rest: Rest(usual: 0, beingWritten: 60_000))
        defer { watched.stop() }
        try watched.start()
        try watched.spool.send("one.json", line("one"))
        #expect(await watched.next() == ["one"])
        for replacement in ["moved", "removed"] {
            let incoming = watched.spool.path("incoming")
            if replacement == "moved" {
                #expect(rename(incoming, watched.spool.path("old")) == 0)
            } else {
                #expect(rmdir(incoming) == 0)
            }
            // The watcher makes it again.
            while access(incoming, F_OK) != 0 { await Task.yield() }
            try watched.spool.send("\(replacement).json", line(replacement))
            #expect(await watched.next() == [replacement])
        }
    }

    @Test(.timeLimit(.minutes(1))) func findsEverythingAfterTheQueueOverflowed() async throws {
        let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        let events = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
        try #require(events <= 100_000, "too many to fill the queue in a test")
        let watched = try Watched(rest: Rest(usual: 0, beingWritten: 60_000))
        defer { watched.stop() }
        try watched.start()
        try watched.spool.send("first.json", line("first"))
        #expect(await watched.next() == ["first"])
        // Nobody reads the queue while it fills: that the file was made is still told, that it was closed is not.
        let done = DispatchSemaphore(value: 0)
        watched.queue.async { done.wait() }
        let descriptor = open(watched.spool.path("incoming/lost.json"), O_CREAT | O_WRONLY, 0o640)
        let names = (watched.spool.path("incoming/.filler"), watched.spool.path("incoming/.filler2"))
        #expect(FileManager.default.createFile(atPath: names.0, contents: nil))
        for _ in 0...(events / 2) {
            rename(names.0, names.1)
            rename(names.1, names.0)
        }
        #expect(write(descriptor, line("lost"), line("lost").utf8.count) > 0)
        close(descriptor)
        done.signal()
        #expect(await watched.next() == ["lost"])
    }

    @Test(.timeLimit(.minutes(1))) func looksOnceForManyEventsAndAgainWhenAsked() async throws {
        let watched = try Watched(rest: Rest(usual: 0, beingWritten: 60_000))
        defer { watched.stop() }
        try watched.start()
        try watched.spool.send("first.json", line("first"))
        #expect(await watched.next() == ["first"])
        let before = watched.looks.withLock { $0 }
        let done = DispatchSemaphore(value: 0)
        watched.queue.async { done.wait() }
        for number in 0..<50 { try watched.spool.send("\(number).json", line("many-\(number)")) }
        done.signal()
        #expect(await watched.next(50).count == 50)
        #expect(watched.looks.withLock { $0 } == before + 1)
    }
}
