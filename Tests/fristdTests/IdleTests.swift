import Foundation
import TestSupport
import Testing

/// That the daemon sleeps when there is nothing to do.
@Suite struct IdleTests {
    /// Once libdispatch watches its thread pool it wakes every second and never ceases; a connection to the store that is
    /// released is enough to begin it.
    @Test func `nothing wakes it every second`() throws {
        let configuration = try ScratchConfiguration()
        let first = try DaemonProcess.ready(configuration, now: "2026-05-12T12:00:00+02:00")
        try configuration.put("cases.jsonl", DigestCases.lines())
        try configuration.awaitEmptySpool()
        #expect(try fallsAsleep(first))
        try first.signalAndAwaitStop()
        // On a store that is there, with digests to write, at the start and once more.
        let second = try DaemonProcess.ready(configuration, now: "2026-05-18T08:00:05+02:00")
        try second.awaitLog("period=2026-Q1")
        try configuration.set("digest", "centerchef", "[\"day\"]")
        second.signal(SIGHUP)
        try second.awaitLog("period=2026-05-17")
        #expect(try fallsAsleep(second))
        try second.signalAndAwaitStop()
    }

    /// Whether it once has no timer that is due within a second; what it still has to tell after its work takes one.
    private func fallsAsleep(_ daemon: DaemonProcess) throws -> Bool {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(20) {
            if try shortTimers(of: daemon) == [] { return true }
            // Nothing tells of a timer that is gone.
            usleep(50_000)
        }
        return false
    }

    /// The timers on the monotonic clock (clock 1 of proc_pid_fdinfo(5)) that are due within a second.
    private func shortTimers(of daemon: DaemonProcess) throws -> [String] {
        let directory = "/proc/\(daemon.processIdentifier)/fdinfo"
        return try FileManager.default.contentsOfDirectory(atPath: directory).compactMap { name in
            // One that was closed meanwhile is none.
            guard let text = try? String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8),
                text.contains("clockid: 1\n"), !text.contains("it_value: (0, 0)")
            else { return nil }
            let left = text.split(separator: "\n").first { $0.hasPrefix("it_value:") }
            return left.map(String.init).flatMap { $0.hasPrefix("it_value: (0, ") ? $0 : nil }
        }
    }
}
