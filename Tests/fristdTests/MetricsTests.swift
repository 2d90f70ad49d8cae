import Foundation
import TestSupport
import Testing

/// What a monitor reads.
@Suite struct MetricsTests {
    private let configuration: ScratchConfiguration
    private let now = "2026-06-03T09:00:00+02:00"
    /// A watchdog asks for a sign of life five times a second.
    private let often = ["WATCHDOG_USEC": "400000"]

    init() throws { configuration = try ScratchConfiguration() }

    /// The numbers by name and labels: `fristd_notices{state="sent"}`.
    private func numbers() throws -> [String: Double] {
        let lines = WholeLines.of(configuration.metrics).filter { !$0.hasPrefix("#") }
        return Dictionary(
            uniqueKeysWithValues: try lines.map { line in
                let parts = line.split(separator: " ")
                return (String(parts[0]), try #require(Double(parts[1])))
            })
    }

    private func await(_ name: String, _ value: Double) throws {
        try FileWatch.await("\(name) \(value)", in: configuration.state) {
            try numbers()[name] == value ? true : nil
        }
    }

    @Test func `promtool has nothing to say against them`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: now, environment: often)
        try configuration.put("a.jsonl", Lines.measure("u1") + Lines.report("u2", of: "c-1", at: now))
        try self.await(#"fristd_updates_total{outcome="taken"}"#, 2)
        let text = try String(contentsOfFile: configuration.metrics, encoding: .utf8)
        let outcome = try ShellCommand(
            ["sh", "-c", "promtool check metrics < \(configuration.metrics) 2>&1"]
        ).output()
        #expect(String(decoding: outcome, as: UTF8.self) == "", "\(text)")
        #expect(!text.contains("c-1") && !text.contains("2026-0417") && !text.contains("mhs"))
        withExtendedLifetime(daemon) {}
    }

    @Test func `they say what fristctl says`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: now, environment: often)
        let met = #"{"id": "u4", "case": "c-2", "event": "opfoelgning.afholdt", "at": "2026-05-01", "ref": "ind-1"}"#
        try configuration.put(
            "a.jsonl",
            Lines.measure("u1") + Lines.report("u2", of: "c-1", at: now) + Lines.measure("u3", of: "c-2") + met
                + "\n{\n"
                + Lines.measure("u1"))
        try self.await(#"fristd_updates_total{outcome="duplicate"}"#, 1)
        try self.await(#"fristd_notices{state="sent"}"#, 2)
        try self.await(#"fristd_spool_files{directory="rejected"}"#, 1)
        let numbers = try numbers()
        #expect(numbers[#"fristd_updates_total{outcome="taken"}"#] == 4)
        #expect(numbers[#"fristd_updates_total{outcome="refused"}"#] == 1)
        let rows = try fristctl(configuration, "deadlines", "--json").rows()
        let counted = Dictionary(grouping: rows) {
            "fristd_requirements{rule=\"\($0["rule"] ?? "")\",status=\"\($0["status"] ?? "")\"}"
        }
        #expect(counted.count == 4, "\(counted.keys)")
        for (name, value) in numbers where name.hasPrefix("fristd_requirements{") {
            #expect(value == Double(counted[name]?.count ?? 0), "\(name)")
        }
        let status = try fristctl(configuration, "status", "--json").object()
        let queue = try #require(status["queue"] as? [String: Int])
        for (state, count) in queue { #expect(numbers["fristd_notices{state=\"\(state)\"}"] == Double(count)) }
        let next = try #require(status["next_notice"] as? String)
        let date = try Date(next, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        #expect(numbers["fristd_oldest_waiting_notice_timestamp_seconds"] == date.timeIntervalSince1970)
        #expect(numbers["fristd_notice_lateness_seconds_count"] == 2)
        #expect(numbers[#"fristd_notice_lateness_seconds_bucket{le="+Inf"}"#] == 2)
        #expect(try #require(numbers["fristd_store_size_bytes"]) > 4096 && numbers["fristd_cases"] == 3)
        withExtendedLifetime(daemon) {}
    }

    @Test func `time alone moves what is pending to missing`() throws {
        let noon = try DaemonProcess.ready(configuration, now: "2026-06-02T12:00:00+02:00", environment: often)
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try self.await(#"fristd_requirements{rule="opfoelgning-foerste",status="pending"}"#, 1)
        try noon.signalAndAwaitStop()
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-02T23:59:57+02:00", environment: often)
        try self.await(#"fristd_requirements{rule="opfoelgning-foerste",status="missing"}"#, 1)
        #expect(try numbers()[#"fristd_requirements{rule="opfoelgning-foerste",status="pending"}"#] == 0)
        withExtendedLifetime(daemon) {}
    }

    @Test func `a report given as a date is uncertain for a day`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-03T09:00:00+02:00", environment: often)
        try configuration.put("a.json", Lines.report("u1", of: "c-1", at: "2026-06-02"))
        try self.await(#"fristd_requirements_uncertain{rule="underretning-24-timer"}"#, 1)
        withExtendedLifetime(daemon) {}
    }

    @Test(arguments: ["never", ""]) func `they may be turned off`(word: String) throws {
        try configuration.set("metrics", "file", "\"\(word)\"")
        let daemon = try DaemonProcess.ready(configuration, now: now, environment: often)
        for _ in 0..<3 { try daemon.awaitState("WATCHDOG=1") }
        #expect(!FileManager.default.fileExists(atPath: configuration.metrics))
        // There is a sign of life all the same.
        #expect(try fristctl(configuration, "status").status == 0)
    }

    @Test func `a file elsewhere, and a place that cannot be written is told once`() throws {
        try configuration.set("metrics", "file", "\"collector/fristd.prom\"")
        let daemon = try DaemonProcess.ready(configuration, now: now, environment: often)
        try daemon.awaitLog("the metrics could not be written")
        for _ in 0..<3 { try daemon.awaitState("WATCHDOG=1") }
        try FileManager.default.createDirectory(
            atPath: configuration.path("collector"), withIntermediateDirectories: false)
        try FileWatch.await("metrics", in: configuration.path("collector")) {
            FileManager.default.fileExists(atPath: configuration.path("collector/fristd.prom")) ? true : nil
        }
        #expect(daemon.logged.count { $0.contains("the metrics could not be written") } == 1)
    }
}
