import Foundation
import TestSupport
import Testing

/// Exports as operations hand them in: to the spool, and by `fristctl import`.
@Suite struct ImportTests {
    private let configuration: ScratchConfiguration
    private static let first = "indsatser-2026-05-04.csv"
    private static let second = "indsatser-2026-05-11.csv"

    init() throws {
        configuration = try ScratchConfiguration()
        try configuration.replace(
            "[spool]\n",
            with: "[import.indsatser]\nfiles = \"indsatser-*.csv\"\nmapping = \"import/indsatser.toml\"\n[spool]\n",
            in: "fristd.toml")
    }

    private func daemon(_ now: String = "2026-05-12T12:00:00+02:00") throws -> DaemonProcess {
        try DaemonProcess.ready(configuration, now: now)
    }

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try fristctl(
            configuration, arguments: ["import", "--mapping", configuration.path("import/indsatser.toml")] + arguments)
    }

    private static func sample(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("deploy/samples/\(name)").path
    }

    private func put(_ name: String, as other: String? = nil) throws {
        try configuration.put(other ?? name, try String(contentsOfFile: Self.sample(name), encoding: .utf8))
    }

    private func deadlines() throws -> Set<String> {
        Set(
            try fristctl(configuration, "deadlines", "--json").rows().map { row in
                ["case", "ref", "rule", "start", "due", "status", "caseworker"].map { "\(row[$0] ?? "")" }.joined(
                    separator: " ")
            })
    }

    @Test func `exports through the spool and by hand come to the same`() throws {
        let bySpool: Set<String>
        do {
            let daemon = try daemon()
            try put(Self.first)
            try configuration.awaitEmptySpool()
            try put(Self.second)
            try daemon.awaitLog("an export no longer says what one before it said")
            try configuration.awaitEmptySpool()
            bySpool = try deadlines()
            // The rest of the state says so too.
            #expect(try run("--dry-run", Self.sample(Self.second)).output.contains("10 unchanged"))
        }
        let other = try ScratchConfiguration()
        let second = try DaemonProcess.ready(other, now: "2026-05-12T12:00:00+02:00")
        for name in [Self.first, Self.second] {
            let outcome = try fristctl(
                other,
                arguments: ["import", "--wait", "--mapping", other.path("import/indsatser.toml"), Self.sample(name)])
            #expect(outcome.status == 0 && outcome.output.hasSuffix("taget ind\n"), "\(outcome.errors)")
        }
        let byHand = Set(
            try fristctl(other, "deadlines", "--json").rows().map { row in
                ["case", "ref", "rule", "start", "due", "status", "caseworker"].map { "\(row[$0] ?? "")" }.joined(
                    separator: " ")
            })
        #expect(
            bySpool == byHand && bySpool.contains { $0.contains("2026-03-09") }
                && !bySpool.contains { $0.contains("2026-03-02") })
        withExtendedLifetime(second) {}
    }

    @Test func `a dry run shows everything and hands in nothing`() throws {
        let daemon = try daemon()
        #expect(try run("--wait", Self.sample(Self.first)).status == 0)
        let before = try deadlines()
        let outcome = try run("--dry-run", Self.sample(Self.second))
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(
            lines.contains {
                $0.contains(#/^tages tilbage +2026-0417 +ind-A1 +indsats.ivaerksat +02-03-2026$/#)
            }, "\(outcome.output)")
        #expect(lines.contains { $0.contains(#/^rettet til +2026-0417 +ind-A1 +indsats.ivaerksat +09-03-2026/#) })
        #expect(lines.contains { $0.contains(#/^forsvundet +2026-0231 +ind-B2/#) })
        #expect(lines.contains { $0.contains(#/^ændret til +2026-0388 +ind-C1 +opfoelgning.afholdt +05-05-2026/#) })
        // A line fits a terminal, and of a correction it says what differs.
        #expect(lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("/") }, "\(outcome.output)")
        let said = lines.filter { $0.hasPrefix("    bevilget til") }
        #expect(said == ["    bevilget til 30-06-2026", "    bevilget til 30-09-2026"])
        let rows = try run("--dry-run", "--json", Self.sample(Self.second)).rows()
        #expect(
            rows.count { $0["change"] as? String == "taken_back" } == 2
                && rows.contains { $0["change"] as? String == "reach" })
        #expect(try deadlines() == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: configuration.incoming).isEmpty)
        withExtendedLifetime(daemon) {}
    }

    @Test func `before the first start everything is new`() throws {
        let outcome = try run("--dry-run", Self.sample(Self.first), Self.sample(Self.second))
        #expect(outcome.status == 0 && outcome.output.contains("4 rows, 9 new"), "\(outcome.output) \(outcome.errors)")
        #expect(outcome.output.contains("2 taken back"))
        #expect(!FileManager.default.fileExists(atPath: configuration.state))
    }

    @Test func `a refused row exits 65 by row and column, and the others are taken`() throws {
        let daemon = try daemon()
        let text = try String(contentsOfFile: Self.sample(Self.first), encoding: .utf8)
        let file = configuration.path("indsatser-x.csv")
        try text.replacing("02-03-2026", with: "31-02-2026").write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try run("--wait", file)
        #expect(outcome.status == 65)
        #expect(
            outcome.errors.hasPrefix("\(file): Row 2, column Iværksat, \"31-02-2026\": there is no such day"),
            "\(outcome.errors)")
        let cases = Set(try fristctl(configuration, "deadlines", "--json").rows().compactMap { $0["case"] as? String })
        #expect(cases == ["2026-0231", "2026-0388"])
        withExtendedLifetime(daemon) {}
    }

    @Test func `wrong usage, mapping and file have codes of their own`() throws {
        #expect(try fristctl(configuration, arguments: ["import", "x.csv"]).status == 64)
        #expect(try run("--dry-run", "nowhere.csv").status == 65)
        try configuration.replace("mode = \"snapshot\"", with: "mode = \"snap\"", in: "import/indsatser.toml")
        let outcome = try run("--dry-run", Self.sample(Self.first))
        #expect(
            outcome.status == 78 && outcome.errors.contains(#/indsatser\.toml:\d+: mode: unknown word/#),
            "\(outcome.errors)")
    }

    @Test func `submit takes exports too`() throws {
        let daemon = try daemon()
        let outcome = try fristctl(
            configuration,
            arguments: [
                "submit", "--wait", "--mapping", configuration.path("import/haendelser.toml"),
                Self.sample("haendelser-2026-05-11.csv"),
            ])
        #expect(outcome.status == 0 && outcome.output.contains("5 rows, 5 new"), "\(outcome.output) \(outcome.errors)")
        let again = try fristctl(
            configuration,
            arguments: [
                "import", "--mapping", configuration.path("import/haendelser.toml"),
                Self.sample("haendelser-2026-05-11.csv"),
            ])
        #expect(
            again.status == 0 && again.output.contains("5 rows, 5 unchanged") && again.errors == "", "\(again.output)")
        withExtendedLifetime(daemon) {}
    }

    @Test func `a crash between commit and move changes nothing`() throws {
        var running: DaemonProcess? = try daemon()
        try put(Self.first)
        try configuration.awaitEmptySpool()
        let before = try deadlines()
        running?.signal(SIGKILL)
        running?.awaitExit()
        running = nil
        // As a crash leaves it: the updates are in the store, and the file still waits.
        try put(Self.first)
        running = try daemon()
        try configuration.awaitEmptySpool()
        #expect(try deadlines() == before)
        withExtendedLifetime(running) {}
    }

    @Test func `what a case is called is not in the journal where it is not wanted`() throws {
        try configuration.set("journal", "case", "\"none\"")
        let daemon = try daemon()
        try put(Self.first)
        try configuration.awaitEmptySpool()
        try put(Self.second)
        try daemon.awaitLog("an export no longer says")
        #expect(!daemon.logged.contains { $0.contains("2026-0231") })
    }
}
