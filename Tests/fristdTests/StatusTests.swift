import Foundation
import TestSupport
import Testing

/// Well, degraded or failing, and what to do about it.
@Suite struct StatusTests {
    private let configuration: ScratchConfiguration
    private let now = "2026-05-12T12:00:00+02:00"

    init() throws { configuration = try ScratchConfiguration() }

    @Test func `a daemon that hangs is failing`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: now)
        #expect(try fristctl(configuration, "status").status == 0)
        // It does not come to give the next sign, and the last one grows old.
        daemon.signal(SIGSTOP)
        let old: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: -600)]
        try FileManager.default.setAttributes(old, ofItemAtPath: "\(configuration.state)/fristd.lock")
        let status = try fristctl(configuration, "status")
        #expect(status.status == 2 && status.output.contains("no sign of life for 10 minutes"), "\(status.output)")
        #expect(status.output.contains("systemctl restart fristd"))
        daemon.signal(SIGCONT)
    }

    @Test func `a sign of life is given again and again`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: now, environment: ["WATCHDOG_USEC": "400000"])
        let old: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: -600)]
        try FileManager.default.setAttributes(old, ofItemAtPath: "\(configuration.state)/fristd.lock")
        for _ in 0..<3 { try daemon.awaitState("WATCHDOG=1") }
        #expect(try fristctl(configuration, "status").status == 0)
    }

    @Test func `rules that nobody feeds are named, with what is never sent`() throws {
        #expect(try !fristctl(configuration, "check").output.contains("nobody has ever sent"))
        let daemon = try DaemonProcess.ready(configuration, now: now)
        #expect(try !fristctl(configuration, "status").output.contains("nobody has ever sent"))
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        for command in ["status", "check"] {
            let outcome = try fristctl(configuration, command)
            let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(outcome.status == 0, "\(outcome.output)")
            #expect(
                words.contains(
                    "! nobody has ever sent what meets these rules, so that in the end they are missing in every case: "
                        + "»Første opfølgning på indsatsen« (opfoelgning.afholdt)"), "\(words)")
            #expect(words.contains("»Vurdering af underretning inden 24 timer« (underretning.modtaget)"), "\(words)")
        }
        try configuration.put(
            "b.jsonl",
            #"{"id": "u2", "case": "2026-0417", "event": "opfoelgning.afholdt", "at": "2026-05-04", "ref": "ind-1"}"#
                + "\n")
        try configuration.awaitEmptySpool()
        let unfed = try fristctl(configuration, "status", "--json").object()["unfed"] as? [[String: Any]]
        #expect(
            unfed?.compactMap { $0["rule"] as? String } == [
                "bfu-4-maaneder", "boernesamtale-foer-afgoerelse", "underretning-24-timer",
            ] && unfed?.allSatisfy { $0["lacks"] as? String == "start" } == true, "\(String(describing: unfed))")
        try daemon.signalAndAwaitStop()
    }

    @Test func `what was refused degrades until it is taken away`() throws {
        let daemon = try DaemonProcess.ready(configuration, now: now)
        try configuration.put("a.jsonl", "{\n" + Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        try daemon.awaitLog("refused")
        let status = try fristctl(configuration, "status")
        #expect(status.status == 1 && status.output.contains("1 file was refused, whole or in part"))
        #expect(status.output.contains("\(configuration.spool)/rejected"), "\(status.output)")
        #expect(try fristctl(configuration, "status", "--json").object()["files_refused"] as? Int == 1)
        for name in ["a.jsonl", "a.jsonl.reason.json"] {
            try FileManager.default.removeItem(atPath: "\(configuration.spool)/rejected/\(name)")
        }
        #expect(try fristctl(configuration, "status").status == 0)
    }

    @Test func `a digest that cannot be written degrades`() throws {
        // A file stands where the leader's directory should be.
        try FileManager.default.createDirectory(
            atPath: "\(configuration.log)/digests", withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: "\(configuration.log)/digests/tln"))
        let first = try DaemonProcess.ready(configuration, now: now)
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        try first.signalAndAwaitStop()
        // Ten minutes after opening it may still come.
        let early = try DaemonProcess.ready(configuration, now: "2026-05-18T08:10:00+02:00")
        try early.awaitLog("digests could not be written")
        #expect(try !fristctl(configuration, "status").output.contains("2026-W20"))
        try early.signalAndAwaitStop()
        let late = try DaemonProcess.ready(configuration, now: "2026-05-18T08:20:00+02:00")
        try late.awaitLog("digests could not be written")
        let status = try fristctl(configuration, "status")
        #expect(status.status == 1 && status.output.contains("not written although due"), "\(status.output)")
        #expect(status.output.contains("2026-W20 for "))
        try late.signalAndAwaitStop()
    }

    @Test(.enabled(if: MountNamespace.isPossible, "no mounts of its own are allowed here"))
    func `a disk that fills up degrades, a full one fails`() async throws {
        let (before, filling, full) = try await SmallDisk.inside(kibibytes: 300 << 10) { [configuration, now] path in
            try configuration.replace("directory = \"state\"", with: "directory = \"\(path)\"", in: "fristd.toml")
            let daemon = try DaemonProcess.ready(configuration, now: now)
            let before = try fristctl(configuration, "status")
            let half = "\(path)/half"
            _ = try ShellCommand(["fallocate", "--length", "200M", half]).output()
            let filling = try fristctl(configuration, "status")
            _ = try ShellCommand(["fallocate", "--length", "288M", half]).output()
            let full = try fristctl(configuration, "status")
            try daemon.signalAndAwaitStop()
            return (before, filling, full)
        }
        #expect(before.status == 0, "\(before.output)")
        #expect(filling.status == 1 && filling.output.contains("is filling up, "), "\(filling.output)")
        #expect(full.status == 2 && full.output.contains("is full or nearly so"), "\(full.output)")
    }
}
