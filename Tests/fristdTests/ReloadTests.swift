import Foundation
import TestSupport
import Testing

@Suite struct ReloadTests {
    private let configuration: ScratchConfiguration
    private let daemon: DaemonProcess

    init() throws {
        configuration = try ScratchConfiguration()
        daemon = try DaemonProcess.ready(configuration, now: "2026-03-10T12:00:00+01:00")
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
    }

    private func due() throws -> [String] {
        try fristctl(configuration, "deadlines", "--json").rows().compactMap { $0["due"] as? String }
    }

    private func reload() throws -> [String] {
        daemon.signal(SIGHUP)
        let told = try daemon.awaitState("READY=1")
        #expect(told.contains("RELOADING=1") && told.contains { $0.hasPrefix("MONOTONIC_USEC=") })
        return told
    }

    @Test func `a changed rule moves what is due, and what is told of it`() throws {
        #expect(try due() == ["2026-06-02"])
        try configuration.replace(
            "within = { months = 3 }", with: "within = { months = 2 }", in: "rules/barnets-lov.toml")
        let ahead = try fristctl(configuration, arguments: ["rules", "diff", "--json"]).rows()
        _ = try reload()
        let moved = try daemon.awaitLog("the changed settings moved a due time")
        for part in ["case=2026-0417", "rule=opfoelgning-foerste", "due_before=2026-06-02", "due_after=2026-05-02"] {
            #expect(moved.contains(part), "\(moved)")
        }
        try daemon.awaitLog("reckoned every case by the new settings")
        #expect(try due() == ["2026-05-02"])
        // What would move was told beforehand, and what has moved is kept.
        let kept = try fristctl(configuration, arguments: ["rules", "diff", "--last", "--json"]).rows()
        for moves in [ahead, kept] {
            #expect(moves.map { $0["due_before"] as? String } == ["2026-06-02"])
            #expect(moves.map { $0["due_after"] as? String } == ["2026-05-02"])
        }
        let pending = try fristctl(configuration, "notices", "--pending", "--json").rows()
        #expect(!pending.isEmpty && pending.allSatisfy { $0["due"] as? String == "2026-05-02" })
    }

    @Test func `a broken pack is refused with its line, and the daemon works on by the old one`() throws {
        try configuration.replace(
            "within = { months = 3 }", with: "within = { monhts = 3 }", in: "rules/barnets-lov.toml")
        _ = try reload()
        try daemon.awaitState("STATUS=configuration refused, the old one stays: ")
        let line = try daemon.awaitLog("the configuration is refused; the old one stays")
        #expect(line.contains(#/rules/barnets-lov\.toml:\d+: /#) && line.contains("months"), "\(line)")
        try configuration.put("b.jsonl", Lines.measure("u2", of: "2026-0418", at: "2026-03-03"))
        try configuration.awaitEmptySpool()
        try configuration.replace("monhts", with: "months", in: "rules/barnets-lov.toml")
        #expect(try due() == ["2026-06-02", "2026-06-03"])
    }

    @Test func `a renamed record is left alone after SIGUSR1`() throws {
        let old = configuration.record + ".1"
        let now = "2026-03-10T12:00:00+01:00"
        try configuration.put("b.json", Lines.report("u2", of: "2026-0418", at: now))
        let before = try FileWatch.lines(2, of: configuration.record)
        try FileManager.default.moveItem(atPath: configuration.record, toPath: old)
        daemon.signal(SIGUSR1)
        try FileWatch.await("a new record", in: configuration.log) {
            FileManager.default.fileExists(atPath: configuration.record) ? true : nil
        }
        try configuration.put("c.json", Lines.report("u3", of: "2026-0419", at: now))
        let after = try FileWatch.lines(2, of: configuration.record)
        #expect(after.allSatisfy { $0.contains("2026-0419") })
        #expect(WholeLines.of(old) == before)
    }
}
