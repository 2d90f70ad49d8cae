import Foundation
import TestSupport
import Testing

/// How the daemon begins and ends.
@Suite struct LifeTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration() }

    @Test(arguments: [SIGTERM, SIGINT])
    func `it stops when it is told to`(number: Int32) throws {
        let daemon = try DaemonProcess.ready(configuration)
        daemon.signal(number)
        try daemon.awaitState("STOPPING=1")
        #expect(daemon.awaitExit() == 0)
        #expect(daemon.logged.last?.hasSuffix("stopped") == true, "\(daemon.logged)")
    }

    @Test func `it says how it is when it is ready`() throws {
        let told = try DaemonProcess(configuration)
        let lines = try told.awaitState("READY=1")
        #expect(lines == ["READY=1"])
        try told.awaitState("STATUS=0 cases, 0 overdue, 0 pending, 0 notices waiting")
    }

    @Test func `a second daemon on the same state says so and ends`() throws {
        let first = try DaemonProcess.ready(configuration)
        let second = try DaemonProcess(configuration)
        #expect(second.awaitExit() == 1)
        #expect(
            second.logged.contains { $0.contains("another fristd holds") && $0.contains("stop it first") },
            "\(second.logged)")
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        try first.signalAndAwaitStop()
    }

    @Test(.enabled(if: SystemClock.maySet, "the clock may not be set here"))
    func `it hears of a clock that is set, and says so`() throws {
        let daemon = try DaemonProcess.ready(configuration)
        #expect(SystemClock.setToItself())
        try daemon.awaitLog("the clock was set clock=")
        try daemon.signalAndAwaitStop()
    }

    @Test func `the watchdog is pinged while it lives`() throws {
        let daemon = try DaemonProcess.ready(configuration, environment: ["WATCHDOG_USEC": "400000"])
        for _ in 0..<3 { try daemon.awaitState("WATCHDOG=1") }
    }

    @Test func `a stopped daemon goes on where it was`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-02T12:00:00+02:00")
        daemon.signal(SIGSTOP)
        for number in 0..<20 {
            try configuration.put("\(number).json", Lines.report("u\(number)", of: "c\(number)", at: "2026-06-02"))
        }
        daemon.signal(SIGCONT)
        try configuration.awaitEmptySpool()
        let lines = try FileWatch.lines(40, of: configuration.record)
        #expect(Set(lines).count == 40)
    }

    @Test func `what the spool already holds counts before anything is told`() throws {
        let first = try DaemonProcess.ready(configuration, now: "2026-06-02T12:00:00+02:00")
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        try first.signalAndAwaitStop()
        // More than the daemon takes in at once, and what makes the overdue notice untrue comes last.
        for number in 100..<1600 {
            try configuration.put(
                "\(number).json", Lines.measure("n\(number)", of: "c\(number)", at: "2026-06-02"), age: 3600)
        }
        let meeting = #"{"id": "z", "case": "2026-0417", "event": "opfoelgning.afholdt", "at": "2026-06-01"}"#
        try configuration.put("z.json", meeting, age: 3600)
        let second = try DaemonProcess.ready(configuration, now: "2026-06-03T09:00:00+02:00")
        try configuration.awaitEmptySpool()
        try second.signalAndAwaitStop()
        #expect(WholeLines.of(configuration.record) == [])
    }
}
