import Foundation
import TestSupport
import Testing

/// Somebody falls ill, and `organisation.toml` is changed under the running daemon.
@Suite struct AbsenceReloadTests {
    private let configuration: ScratchConfiguration
    private let daemon: DaemonProcess
    private let absence = "# away = [{ from = 2026-07-06, until = 2026-07-24 }]"

    init() throws {
        configuration = try ScratchConfiguration()
        daemon = try DaemonProcess.ready(configuration, now: "2026-03-10T12:00:00+01:00")
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
    }

    private func reload() throws {
        daemon.signal(SIGHUP)
        try daemon.awaitState("READY=1")
    }

    /// Who is to be told when, in which role: `2026-05-12 mhs raadgiver`.
    private func waiting() throws -> [String] {
        try fristctl(configuration, "notices", "--pending", "--json").rows().compactMap { row in
            guard let scheduled = row["scheduled"] as? String, let person = row["recipient"] as? String,
                let role = row["role"] as? String
            else { return nil }
            return "\(scheduled.prefix(10)) \(person) \(role)"
        }.sorted()
    }

    @Test func `what waits goes to the substitute for the days of the absence, and says why`() throws {
        let before = try waiting()
        #expect(before.contains("2026-05-12 mhs raadgiver") && before.contains("2026-05-26 mhs raadgiver"), "\(before)")
        try configuration.replace(
            absence, with: "away = [{ from = 2026-05-04, until = 2026-05-25 }]", in: "organisation.toml")
        try reload()
        try daemon.awaitLog("reckoned every case by the new settings")
        let after = try waiting()
        #expect(after == before.map { $0.replacing("2026-05-12 mhs", with: "2026-05-12 jpe") }.sorted())
        try daemon.signalAndAwaitStop()
        let later = try DaemonProcess.ready(configuration, now: "2026-05-12T12:00:00+02:00")
        // Two months of silence are told too.
        let line = try FileWatch.lines(1, of: configuration.record) { $0.contains("\"stage\": \"reminder\"") }[0]
        for part in [
            #""recipient": "jpe", "role": "raadgiver""#,
            #""reason": "Du er stedfortræder, mens mhs (rådgiver) er fraværende.""#,
        ] { #expect(line.contains(part), "\(line)") }
        let log = try FileWatch.lines(2, of: "\(configuration.log)/reminders/jpe.log").joined()
        #expect(log.contains("til jpe"), "\(log)")
        #expect(!FileManager.default.fileExists(atPath: "\(configuration.log)/reminders/mhs.log"))
        withExtendedLifetime(later) {}
    }

    @Test func `an organisation that does not fit together is refused with every line, and the old one stays`() throws {
        let before = try waiting()
        try configuration.replace("substitute = \"jpe\"", with: "substitute = \"jpee\"", in: "organisation.toml")
        try configuration.replace("teamleder = \"tls\"", with: "", in: "organisation.toml")
        try configuration.replace(
            "id = \"afd\"", with: "id = \"afd\"\naway = [{ from = 2026-12-24 }]", in: "organisation.toml")
        try configuration.replace(
            "id = \"cch\"", with: "id = \"cch\"\naway = [{ from = 2026-12-21, until = 2027-01-03 }]",
            in: "organisation.toml")
        try reload()
        let refusals = daemon.logged.filter { $0.contains("the configuration is refused; the old one stays") }
        let check = try fristctl(configuration, "check")
        #expect(check.status == 78)
        for said in ["did you mean \"jpe\"?", "\"syd\" has no teamleder", "from 2026-12-24 to 2027-01-03 nobody"] {
            let logged = said.replacing("\"", with: "\\\"")
            #expect(refusals.count { $0.contains(logged) } == 1, "\(refusals)")
            let line = check.errors.split(separator: "\n").first { $0.contains(said) }
            #expect(line?.contains(#/organisation\.toml:\d+: /#) == true, "\(check.errors)")
        }
        // It goes on by the old one, also for what comes now.
        try configuration.put("b.jsonl", Lines.measure("u2", of: "2026-0418"))
        try configuration.awaitEmptySpool()
        try configuration.replace("jpee", with: "jpe", in: "organisation.toml")
        try configuration.replace("id = \"syd\"", with: "id = \"syd\"\nvacant = \"teamleder\"", in: "organisation.toml")
        try configuration.replace("away = [{ from = 2026-12-24 }]", with: "", in: "organisation.toml")
        #expect(try waiting() == (before + before).sorted())
    }
}
