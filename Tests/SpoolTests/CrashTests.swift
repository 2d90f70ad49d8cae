import Deadlines
import Foundation
import Glibc
import Synchronization
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
        "rejected/bad.json": "nonsense\n", "rejected/other.csv": "1;2\n",
    ]

    /// Steps are passed once a settlement, or once a file.
    @Test(arguments: Settler.Step.allCases, [1, 2, 4]) func nothingIsLostOrDoubled(step: Settler.Step, time: Int)
        async throws
    {
        let spool = try TemporarySpool()
        defer { spool.remove() }
        for (name, content) in CrashTests.files { try spool.send(name, content) }
        #expect(symlink("/nonexistent", spool.path("incoming/link.json")) == 0)
        let path = spool.spool.path
        let index = Settler.Step.allCases.firstIndex(of: step) ?? 0
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, index = index as Int, time = time as Int] in
            try settleAndDie(in: path, at: Settler.Step.allCases[index], time: time)
        }
        expectNothingLost(spool)
        // The next start: whatever is there is read again.
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
        for piece in [line("a"), line("b"), line("c"), line("d"), "nonsense", "1;2"] { #expect(all.contains(piece)) }
        for name in CrashTests.files.keys {
            let isWaiting = ["incoming/", ".settling/"].contains { everything[$0 + name] != nil }
            let isDone = name == "good.jsonl" && everything["done/2026-05-12/good.jsonl"] != nil
            let isReported =
                everything["rejected/" + name] != nil && everything["rejected/\(name).reason.json"] != nil
            #expect(isWaiting || isDone || isReported, "\(name)")
        }
    }
}

/// Takes everything in and dies the `time`th time that `step` is reached, or at the end.
private func settleAndDie(in path: String, at step: Settler.Step, time: Int) throws {
    let spool = TemporarySpool(of: path)
    var intake = spool.intake()
    try intake.look()
    let next = intake.next(limit: 100, clock: Fixture.noon)
    let batch = try #require(next)
    let times = Mutex(0)
    var settler = Settler(spool: spool.spool) { reached in
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
