import Foundation
import TestSupport
import Testing

@Suite struct DeliveryTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration() }

    @Test func `an update in the spool is told in the record, in the person's log and in the journal`() throws {
        let journal = try JournalDaemon.shared()
        let now = "2026-06-02T12:00:00+02:00"
        let daemon = try DaemonProcess.ready(configuration, now: now)
        // Letters: ten digits could look like a CPR number, and be refused.
        let name = "t-" + String((0..<16).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() ?? "a" })
        try configuration.put("a.json", Lines.report("u1", of: name, at: now))
        let lines = try FileWatch.lines(2, of: configuration.record)
        #expect(lines.count == 2)
        for line in lines {
            let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let texts = record.compactMapValues { $0 as? String }
            let (key, person) = (try #require(texts["key"]), try #require(texts["recipient"]))
            #expect(["mhs", "vagt"].contains(person))
            let log = try FileWatch.lines(of: "\(configuration.log)/reminders/\(person).log") {
                $0.hasSuffix("[\(key)]")
            }
            #expect(log.count == 1)
            let entry = try #require(try journal.entries("FRISTD_KEY=\(key)").first)
            #expect(entry["MESSAGE"].first == texts["message"])
            #expect(entry["MESSAGE_ID"] == ["8bd7a23d80f64e1d81a1746bca008986"] && entry["PRIORITY"] == ["5"])
            #expect(entry["FRISTD_STAGE"] == ["reminder"] && texts["stage"] == "reminder")
            #expect(entry["FRISTD_CASE"] == [name] && texts["case"] == name)
            #expect(entry["FRISTD_REF"] == ["und-1"] && texts["ref"] == "und-1")
            #expect(entry["FRISTD_RULE"] == ["underretning-24-timer"] && texts["rule"] == "underretning-24-timer")
            #expect(entry["FRISTD_DUE"] == ["2026-06-03T12:00:00.000+02:00"])
            #expect(entry["FRISTD_RECIPIENT"] == [person] && entry["FRISTD_ROLE"].first == texts["role"])
            #expect(entry["_COMM"] == ["fristd"])
        }
        try configuration.awaitEmptySpool()
        let done = try FileManager.default.subpathsOfDirectory(atPath: "\(configuration.spool)/done")
        #expect(done.sorted() == ["2026-06-02", "2026-06-02/a.json"])
        withExtendedLifetime(daemon) {}
    }

    @Test func `the timer fires at opening time`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-03T07:59:57+02:00")
        try configuration.put("a.jsonl", Lines.measure("u1"))
        let lines = try FileWatch.lines(2, of: configuration.record)
        for line in lines {
            #expect(line.contains(#""scheduled": "2026-06-03T08:00:00.000+02:00", "stage": "overdue""#))
            // Not before its time, and the same morning.
            #expect(line.contains(#""sent": "2026-06-03T08:0"#), "\(line)")
        }
        #expect(try daemon.awaitLog("sent notices").hasSuffix(" count=2"))
    }

    @Test func `what was registered late waits for the next opening`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-03T08:00:10+02:00")
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        let rows = try fristctl(configuration, "notices", "--pending", "--json").rows()
        #expect(rows.count == 4)
        #expect(
            rows.filter { $0["stage"] as? String == "overdue" }.allSatisfy {
                $0["scheduled"] as? String == "2026-06-04T08:00:00.000+02:00"
            })
        withExtendedLifetime(daemon) {}
    }
}
