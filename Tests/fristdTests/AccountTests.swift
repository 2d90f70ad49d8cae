import Foundation
import TestSupport
import Testing

/// What others than root see and do, with the rights that the package gives them.
@Suite(.enabled(if: Account.isPossible, "programs cannot be run as others here"))
struct AccountTests {
    private let configuration: ScratchConfiguration
    private let daemon: DaemonProcess
    private let now = "2026-05-12T12:00:00+02:00"

    init() throws {
        configuration = try ScratchConfiguration()
        try configuration.giveToAccounts()
        daemon = try DaemonProcess.ready(
            configuration, now: now, environment: ["WATCHDOG_USEC": "400000"], as: .daemon)
        try FileWatch.await("what is noted", in: configuration.state) {
            FileManager.default.fileExists(atPath: configuration.path("state/intake")) ? true : nil
        }
    }

    @Test func `a monitor in the group fristd gets well, and counts what it may not list`() throws {
        let well = try fristctl(configuration, "status", as: .reader)
        #expect(well.status == 0 && well.output.hasPrefix("fristd is well\n"), "\(well)")
        #expect(well.output.contains("0 files waiting, 0 refused"))
        try configuration.put("a.jsonl", "{\n" + Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        try daemon.awaitLog("refused")
        try FileWatch.await("a count", in: configuration.state) {
            try String(contentsOfFile: configuration.path("state/intake"), encoding: .utf8).contains("refused 1")
                ? true : nil
        }
        let after = try fristctl(configuration, "status", "--json", as: .reader)
        #expect(after.status == 1)
        let object = try after.object()
        #expect(object["files_waiting"] as? Int == 0 && object["files_refused"] as? Int == 1, "\(after.output)")
    }

    @Test func `a stranger is told which group to be in, not that it stands still`() throws {
        let faulty = try fristctl(configuration, "status", as: .stranger)
        #expect(faulty.status == 78 && faulty.output.contains("organisation.toml: cannot be read: Permission denied; "))
        #expect(faulty.output.contains("be in the group fristd, which may read it"), "\(faulty.output)")
        // Who may read the organisation may still not see the store.
        try configuration.own("organisation.toml", 0, 0, 0o644)
        let status = try fristctl(configuration, "status", as: .stranger)
        #expect(status.status == 1 && !status.output.contains("not running"), "\(status)")
        #expect(status.output.contains("whether fristd runs cannot be seen from here"))
        let json = try fristctl(configuration, "status", "--json", as: .stranger).object()
        #expect(json["running"] is NSNull && json["files_waiting"] is NSNull)
        for command in ["audit", "deadlines"] {
            let outcome = try fristctl(configuration, command, as: .stranger)
            #expect(outcome.status == 1 && outcome.errors.contains("be in the group fristd"), "\(outcome)")
            #expect(!outcome.errors.contains("check that the directory exists"))
        }
    }

    @Test func `a producer hands in, waits, and hears nothing false`() throws {
        let silent = try fristctl(configuration, "submit", "-", input: Lines.measure("u1"), as: .producer)
        #expect(silent.status == 0 && silent.errors == "", "\(silent)")
        let waited = try fristctl(configuration, "submit", "--wait", "-", input: Lines.measure("u2"), as: .producer)
        #expect(waited.status == 0 && waited.errors == "", "\(waited)")
        #expect(waited.output.contains("læst; om noget blev afvist, kan gruppen fristd se i "))
        #expect(waited.output.hasSuffix(".reason.json\n"))
        try configuration.awaitEmptySpool()
        let stranger = try fristctl(configuration, "submit", "-", input: Lines.measure("u3"), as: .stranger)
        #expect(
            stranger.status == 1 && stranger.errors.contains("kontoen skal være med i gruppen fristd-feed"),
            "\(stranger)")
    }

    @Test func `a producer that waits for a daemon nobody sees is told after some minutes`() throws {
        try daemon.signalAndAwaitStop()
        let waiting = OwnThread.begin { [configuration] in
            try fristctl(configuration, "submit", "--wait", "-", input: Lines.measure("u1"), as: .producer)
        }
        let name = try FileWatch.await("a file", in: configuration.incoming) {
            try FileManager.default.contentsOfDirectory(atPath: configuration.incoming).first { !$0.hasPrefix(".") }
        }
        let old: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: -1200)]
        try FileManager.default.setAttributes(old, ofItemAtPath: "\(configuration.incoming)/\(name)")
        let ended = try #require(try waiting.value())
        #expect(ended.status == 1 && ended.errors.contains("er ikke taget ind efter 20 minutter"), "\(ended)")
        #expect(!ended.errors.contains("fristd kører ikke"))
    }

    @Test func `a producer imports events, and is told the group that a snapshot needs`() throws {
        let samples = configuration.path("samples")
        try FileManager.default.copyItem(
            atPath: "\(ManPage.root)/deploy/samples", toPath: samples)
        let mapping = configuration.path("import")
        let events = try fristctl(
            configuration, "import", "--dry-run", "--mapping", "\(mapping)/haendelser.toml",
            "\(samples)/haendelser-2026-05-11.csv", as: .producer)
        #expect(events.status == 0, "\(events)")
        let handed = try fristctl(
            configuration, "submit", "--mapping", "\(mapping)/haendelser.toml",
            "\(samples)/haendelser-2026-05-11.csv", as: .producer)
        #expect(handed.status == 0 && handed.output.contains("er afleveret som"), "\(handed)")
        let snapshot = try fristctl(
            configuration, "import", "--dry-run", "--mapping", "\(mapping)/indsatser.toml",
            "\(samples)/indsatser-2026-05-11.csv", as: .producer)
        #expect(snapshot.status == 1 && snapshot.errors.contains("be in the group fristd, or put"), "\(snapshot)")
    }

    @Test func `an answer needs both groups, and the one that is missing is named`() throws {
        try configuration.put("a.jsonl", Lines.report("u1", of: "c-1", at: now))
        let record = try #require(FileWatch.lines(of: configuration.record).first)
        let key = try #require(record.firstMatch(of: #/"key": "(\w+)"/#)?.1)
        let person = try #require(record.firstMatch(of: #/"recipient": "(\w+)"/#)?.1)
        let words = ["ack", String(key), "--as", String(person), "--config", configuration.file]
        let program = try BuiltProgram("fristctl")
        let reader = try program.run(words, as: .reader)
        #expect(
            reader.status == 1 && reader.errors.contains("kontoen skal være med i gruppen fristd-feed"), "\(reader)")
        let producer = try program.run(words, as: .producer)
        #expect(producer.status == 78 && producer.errors.contains("be in the group fristd,"), "\(producer)")
        let both = try program.run(words, as: .both)
        #expect(both.status == 0 && both.output.contains("kvitteret af"), "\(both)")
    }

    @Test func `an organisation that the daemon may not read is told with the rights it needs`() throws {
        try configuration.own("organisation.toml", 0, 0, 0o600)
        let check = try BuiltProgram("fristd").run(["--config", configuration.file, "--check"], as: .daemon)
        #expect(check.status == 78)
        #expect(
            check.errors.hasSuffix(
                "organisation.toml: cannot be read: Permission denied; it must be readable by the group fristd: "
                    + "chown root:fristd, chmod 0640\n"), "\(check.errors)")
    }
}
