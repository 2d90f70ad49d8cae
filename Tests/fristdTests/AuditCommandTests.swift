import Foundation
import TestSupport
import Testing

@Suite struct AuditCommandTests {
    private let configuration: ScratchConfiguration
    private let daemon: DaemonProcess

    init() throws {
        configuration = try ScratchConfiguration()
        daemon = try DaemonProcess.ready(configuration, now: "2026-06-03T09:00:00+02:00")
        try configuration.put(
            "a.jsonl", Lines.measure("u1") + Lines.report("u2", of: "c-1", at: "2026-06-03T08:30:00+02:00"))
        try configuration.awaitEmptySpool()
        try FileWatch.lines(2, of: configuration.record)
    }

    private func sqlite(_ sql: String) throws {
        _ = try ShellCommand([
            "sqlite3", "-cmd", ".timeout 20000", "\(configuration.state)/fristd.sqlite", sql,
        ]).output()
    }

    @Test func `a running daemon's store agrees with its updates`() throws {
        let outcome = try fristctl(configuration, "audit")
        #expect(outcome.status == 0 && outcome.output.hasPrefix("2 cases reckoned anew"), "\(outcome)")
        #expect(try fristctl(configuration, "audit", "--json").output == "[]\n")
    }

    @Test func `a row changed by hand is named: case, rule, what the store says and what it should`() throws {
        try sqlite("UPDATE requirements SET due = '2027-06-02' WHERE rule = 'opfoelgning-foerste'")
        try sqlite("UPDATE cases SET caseworker = 'xyz' WHERE reference = 'c-1'")
        let outcome = try fristctl(configuration, "audit")
        #expect(outcome.status == 1 && outcome.output.hasSuffix("differences in 2 cases\n"), "\(outcome)")
        let rows = try fristctl(configuration, "audit", "--json").rows()
        let due = try #require(rows.first { $0["field"] as? String == "due" && $0["row"] as? String == "requirement" })
        #expect(due["case"] as? String == "2026-0417" && due["rule"] as? String == "opfoelgning-foerste")
        #expect(due["ref"] as? String == "ind-1" && due["start"] as? String == "2026-03-02")
        #expect(due["stored"] as? String == "2027-06-02" && due["expected"] as? String == "2026-06-02")
        let holder = try #require(rows.first { $0["field"] as? String == "caseworker" })
        #expect(holder["case"] as? String == "c-1" && holder["row"] as? String == "case")
        #expect(holder["stored"] as? String == "xyz" && holder["expected"] as? String == "mhs")
        let line = try #require(outcome.output.split(separator: "\n").first { $0.contains("2027-06-02") })
        #expect(line.hasPrefix("2026-0417") && line.hasSuffix("store says 2027-06-02, should be 2026-06-02"), "\(line)")
    }

    @Test func `an update changed or lost is named, with all that followed from it`() throws {
        try sqlite("PRAGMA foreign_keys = ON; DELETE FROM cases WHERE reference = 'c-1'")
        try sqlite("UPDATE updates SET ref = 'ind-9' WHERE id = 'u1'")
        let outcome = try fristctl(configuration, "audit", "--json")
        let rows = try outcome.rows().filter { $0["row"] as? String == "update" }
        #expect(outcome.status == 1 && rows.map { $0["key"] as? String } == ["u1", "u2"], "\(outcome)")
        #expect((rows[0]["stored"] as? String)?.contains("ind-9") == true)
        #expect((rows[0]["expected"] as? String)?.contains("ind-1") == true && rows[1]["stored"] is NSNull)
        // Without the witness it says that it had none.
        try FileManager.default.removeItem(atPath: "\(configuration.spool)/done")
        let alone = try fristctl(configuration, "audit")
        #expect(alone.errors.contains("were not compared with what was taken in"), "\(alone.errors)")
    }

    @Test func `settings that the daemon has not yet taken are no difference`() throws {
        try configuration.replace(
            "within = { months = 3 }", with: "within = { months = 2 }", in: "rules/barnets-lov.toml")
        let outcome = try fristctl(configuration, "audit")
        #expect(outcome.status == 1 && outcome.errors.contains("systemctl reload fristd"), "\(outcome)")
        daemon.signal(SIGHUP)
        try daemon.awaitLog("reckoned every case by the new settings")
        let after = try fristctl(configuration, "audit")
        #expect(after.status == 0, "\(after)")
    }
}
