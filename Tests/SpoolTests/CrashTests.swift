import Deadlines
import Foundation
import Glibc
import Synchronization
import Telling
import Testing

@testable import Spool

/// A settlement killed at any of its steps, and what the next run makes of it.
@Suite struct CrashTests {
    private static let files = [
        "good.jsonl": "\(line("a"))\n\(line("b"))\n", "mixed.jsonl": "\(line("c"))\nnonsense\n\(line("d"))\n",
        "bad.json": "nonsense", "other.csv": "1;2",
    ]

    /// What lies in the spool when nothing went wrong.
    private static let settled = [
        "done/2026-05-12/good.jsonl": "\(line("a"))\n\(line("b"))\n",
        "done/2026-05-12/mixed.jsonl": "\(line("c"))\n\(line("d"))\n", "rejected/mixed.jsonl": "nonsense\n",
        "rejected/bad.json": "nonsense\n",
    ]

    /// Steps are passed once a settlement, or once a file.
    @Test(arguments: Settler.Step.allCases, [1, 2, 4]) func nothingIsLostOrDoubled(
        step: Settler.Step, time: Int
    ) async throws {
        let spool = try filledSpool()
        defer { spool.remove() }
        let index = Settler.Step.allCases.firstIndex(of: step) ?? 0
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = spool.spool.path as String, index = index as Int, time = time as Int] in
            try settleAndDie(in: path, at: Settler.Step.allCases[index], time: time)
        }
        try expectAllSettledAfterTheNextStart(of: spool)
    }

    /// Killed anywhere, between two system calls or in one.
    @Test func nothingIsLostOrDoubledWheneverItCrashes() async throws {
        var generator = SeededGenerator.printed()
        for _ in 0..<25 {
            let spool = try filledSpool()
            defer { spool.remove() }
            let delay = Int.random(in: 1...4000, using: &generator)
            await #expect(processExitsWith: .signal(SIGALRM)) {
                [path = spool.spool.path as String, delay = delay as Int] in
                try settleAndDie(in: path, afterMicroseconds: delay)
            }
            try expectAllSettledAfterTheNextStart(of: spool)
        }
    }

    private func filledSpool() throws -> TemporarySpool {
        let spool = try TemporarySpool()
        for (name, content) in CrashTests.files { try spool.send(name, content) }
        #expect(symlink("/nonexistent", spool.path("incoming/link.json")) == 0)
        return spool
    }

    private func expectAllSettledAfterTheNextStart(of spool: TemporarySpool) throws {
        expectNothingLost(spool)
        // Whatever is there is read again.
        try spool.spool.prepare()
        try spool.takeAll()
        var left = spool.everything()
        for (name, content) in CrashTests.settled { #expect(left.removeValue(forKey: name) == content, "\(name)") }
        let reports = ["bad.json", "link.json", "mixed.jsonl", "other.csv"].map { "rejected/\($0).reason.json" }
        #expect(left.keys.sorted() == reports)
        #expect(spool.names("rejected").contains("link.json"))
        #expect(spool.names("incoming").isEmpty)
    }

    /// Straight after the crash every line lies somewhere, and every refused one that has left `incoming/` with its
    /// report.
    private func expectNothingLost(_ spool: TemporarySpool) {
        let everything = spool.everything()
        let all = everything.values.joined(separator: "\n")
        for piece in [line("a"), line("b"), line("c"), line("d"), "nonsense"] { #expect(all.contains(piece)) }
        for name in CrashTests.files.keys {
            let isWaiting = ["incoming/", ".settling/"].contains { everything[$0 + name] != nil }
            let isDone = name == "good.jsonl" && everything["done/2026-05-12/good.jsonl"] != nil
            // Of a table that nobody knows nothing is kept but the report.
            let isKept = name.hasSuffix(".csv") || everything["rejected/" + name] != nil
            let isReported = isKept && everything["rejected/\(name).reason.json"] != nil
            #expect(isWaiting || isDone || isReported, "\(name)")
        }
    }
}

/// Takes everything in and dies the `time`th time that `step` is reached, or at the end.
private func settleAndDie(in path: String, at step: Settler.Step, time: Int) throws {
    let batch = try batch(in: path)
    let times = Mutex(0)
    var settler = Settler(spool: SpoolDirectory(path: path)) { reached in
        guard reached == step else { return }
        let count = times.withLock { times in
            times += 1
            return times
        }
        if count == time { kill(getpid(), SIGKILL) }
    }
    _ = try settler.settle(batch, at: Fixture.noon)
    kill(getpid(), SIGKILL)
}

/// Takes everything in, and is killed by a timer that starts with the settlement.
private func settleAndDie(in path: String, afterMicroseconds delay: Int) throws {
    let batch = try batch(in: path)
    var settler = Settler(spool: SpoolDirectory(path: path))
    signal(SIGALRM, SIG_DFL)
    var timer = itimerval()
    timer.it_value = timeval(tv_sec: 0, tv_usec: delay)
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
    _ = try settler.settle(batch, at: Fixture.noon)
    pause()
}

private func batch(in path: String) throws -> Batch {
    var intake = TemporarySpool(of: path).intake()
    try intake.look()
    let next = intake.next(limit: 100, clock: Fixture.noon)
    return try #require(next)
}
