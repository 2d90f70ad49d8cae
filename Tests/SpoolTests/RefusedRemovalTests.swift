import Deadlines
import Files
import Foundation
import Glibc
import Testing

@testable import Spool

/// What was refused goes when it has lain for its time.
@Suite struct RefusedRemovalTests {
    private func days(_ count: Int64) -> Int64 { count * 24 * 3_600_000 }

    /// Removes what has lain for 30 days, when as many have passed since now.
    private func remove(after passed: Int64, in spool: TemporarySpool) -> (files: Int, troubles: [String]) {
        let moment = Instant(milliseconds: Rest.now() + days(passed) - days(30))
        let (files, troubles) = spool.spool.removeRefused(before: moment)
        return (files, troubles.map(\.description))
    }

    /// Gives a file the time of change that it would have had so many days ago.
    private func age(_ below: String, _ count: Int64, in spool: TemporarySpool) {
        var times = [timeval(tv_sec: Int((Rest.now() - days(count)) / 1000), tv_usec: 0)]
        times.append(times[0])
        #expect(utimes(spool.path(below), times) == 0)
    }

    private func paths(_ below: String, in spool: TemporarySpool) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: spool.path(below)).sorted()
    }

    @Test func `refused lines and their reports go together, and nothing of them before`() throws {
        try withSpool { spool in
            try spool.send("a.jsonl", line("a", event: "nonsense") + "\n" + line("b") + "\n")
            try spool.send("b.jsonl", line("b2", event: "nonsense") + "\n")
            try spool.takeAll()
            let before = spool.everything()
            #expect(spool.names("rejected").count == 4)
            #expect(remove(after: 29, in: spool) == (0, []))
            #expect(spool.everything() == before)
            // The time of the lines does not count.
            age("rejected/b.jsonl", 400, in: spool)
            #expect(remove(after: 0, in: spool) == (0, []))
            age("rejected/a.jsonl.reason.json", 31, in: spool)
            #expect(remove(after: 0, in: spool) == (2, []))
            #expect(spool.names("rejected") == ["b.jsonl", "b.jsonl.reason.json"])
            #expect(remove(after: 31, in: spool) == (2, []))
            #expect(spool.names("rejected") == [])
            #expect(spool.names("done/2026-05-12") == ["a.jsonl"])
        }
    }

    @Test func `so do files whose reports were taken away, and in directories and whatever else lies there`() throws {
        try withSpool { spool in
            let url = URL(fileURLWithPath: spool.path("rejected/seen/2026"))
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for name in ["c.jsonl", "seen/2026/d.jsonl", ".e", "f.jsonl.xz"] {
                try Data(line().utf8).write(to: URL(fileURLWithPath: spool.path("rejected/\(name)")))
                age("rejected/\(name)", 400, in: spool)
            }
            #expect(symlink("/srv/2026-0417.json", spool.path("rejected/link.json")) == 0)
            #expect(remove(after: 29, in: spool) == (0, []))
            #expect(remove(after: 31, in: spool) == (5, []))
            #expect(try paths("rejected", in: spool) == ["seen", "seen/2026"])
        }
    }

    @Test func `what an upload has left hidden goes after as long`() throws {
        try withSpool { spool in
            #expect(mkdir(spool.path("incoming/.ssh"), 0o700) == 0)
            let files = [".a.jsonl.part": "x", ".keep": "", ".ssh/authorized_keys": "x", "e.jsonl": line("e")]
            for (name, text) in files {
                try Data(text.utf8).write(to: URL(fileURLWithPath: spool.path("incoming/\(name)")))
                age("incoming/\(name)", 400, in: spool)
            }
            #expect(remove(after: 29, in: spool) == (0, []))
            #expect(remove(after: 31, in: spool) == (1, []))
            #expect(try paths("incoming", in: spool) == [".keep", ".ssh", ".ssh/authorized_keys", "e.jsonl"])
        }
    }

    @Test func `what cannot be removed holds nothing up`() throws {
        try withSpool { spool in
            try Data(line().utf8).write(to: URL(fileURLWithPath: spool.path("rejected/a.jsonl")))
            #expect(rmdir(spool.path("incoming")) == 0 && symlink("/", spool.path("incoming")) == 0)
            let (files, troubles) = remove(after: 31, in: spool)
            #expect(files == 1 && troubles.count == 1 && troubles[0].contains("incoming"), "\(troubles)")
        }
    }

    @Test func `drafts that a crash left go at the start`() throws {
        try withSpool { spool in
            for name in [".good", ".refused", ".report", "a.jsonl"] {
                try Data(line("a").utf8).write(to: URL(fileURLWithPath: spool.path(".settling/\(name)")))
            }
            try spool.spool.prepare()
            #expect(try FileManager.default.contentsOfDirectory(atPath: spool.path(".settling")) == [])
            #expect(spool.names("incoming") == ["a.jsonl"])
        }
    }

    @Test(.enabled(if: geteuid() == 0, "giving files away needs root"))
    func `what the daemon may not read is not kept, and goes when its time is over`() async throws {
        let spool = try TemporarySpool()
        defer { spool.remove() }
        try spool.send("a.jsonl", line("a") + "\n")
        try Data(line("b").utf8).write(to: URL(fileURLWithPath: spool.path("rejected/b.jsonl")))
        try Data(line("c").utf8).write(to: URL(fileURLWithPath: spool.path("incoming/.c")))
        for name in ["incoming/a.jsonl", "rejected/b.jsonl", "incoming/.c"] {
            #expect(chmod(spool.path(name), 0o600) == 0)
        }
        for name in ["", "incoming", "done", "rejected", ".settling"] {
            #expect(chown(spool.path(name), 65534, 65534) == 0)
        }
        await #expect(processExitsWith: .success) { [path = spool.spool.path as String] in
            guard setegid(65534) == 0, seteuid(65534) == 0 else { exit(2) }
            let spool = TemporarySpool(of: path)
            guard try spool.takeAll().settlements.allSatisfy(\.troubles.isEmpty) else { exit(3) }
            guard spool.names("rejected") == ["a.jsonl.reason.json", "b.jsonl"] else { exit(4) }
            let report = spool.content("rejected/a.jsonl.reason.json") ?? ""
            guard report.contains("the daemon may not read it"), report.contains("nothing of the file is kept here")
            else { exit(5) }
            let tomorrow = Instant(milliseconds: Rest.now() + 24 * 3_600_000)
            let (files, troubles) = spool.spool.removeRefused(before: tomorrow)
            exit(files == 3 && troubles.isEmpty ? 0 : 6)
        }
        #expect(spool.names("rejected") == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: spool.path("incoming")) == [])
    }
}
