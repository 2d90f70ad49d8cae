import Deadlines
import Foundation
import TestSupport
import Testing

/// What an export of one producer may do to what another has registered.
@Suite(.enabled(if: geteuid() == 0, "giving files away needs root")) struct ImportProducerTests {
    private static let (source, other): (uid_t, uid_t) = (64_002, 64_003)
    private static let header =
        "Sagsnr;Indsatsnr;Type;Paragraf;Status;Iværksat;Bevilget til;Genbehandles;Afsluttet;Seneste opfølgning;"
        + "Næste opfølgning;Barnet inddraget;Forældre kontaktet;Rådgiver;Team;Udtrukket\r\n"
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration() }

    /// A daemon whose import names a producer, or none.
    private func daemon(_ producer: String) throws -> DaemonProcess {
        let text = """
            [import.indsatser]
            files = "indsatser-*.csv"
            mapping = "import/indsatser.toml"
            \(producer)
            [producer.dubu]
            uid = \(Self.source)
            [producer.skole]
            uid = \(Self.other)
            kinds = ["indsats.ivaerksat", "sag.tildelt"]
            [spool]

            """
        try configuration.replace("[spool]\n", with: text, in: "fristd.toml")
        return try DaemonProcess.ready(configuration, now: "2026-05-12T12:00:00+02:00")
    }

    private func send(_ name: String, _ text: String, from owner: uid_t) throws {
        let hidden = "\(configuration.spool)/incoming/.\(name)"
        try text.write(toFile: hidden, atomically: false, encoding: .utf8)
        #expect(chown(hidden, owner, 0) == 0)
        #expect(rename(hidden, "\(configuration.spool)/incoming/\(name)") == 0)
        try configuration.awaitEmptySpool()
    }

    private func row(_ type: String, _ day: String) -> String {
        Self.header + "2026-0417;A1;\(type);;Aktiv;02-03-2026;;;;;;;;MHS;Nord;\(day)-05-2026 22:00\r\n"
    }

    private func reasons(_ name: String) throws -> String {
        try String(contentsOfFile: "\(configuration.spool)/rejected/\(name).reason.json", encoding: .utf8)
    }

    private func deadlines() throws -> Int { try fristctl(configuration, "deadlines", "--json").rows().count }

    @Test func `nobody takes back by an export what may not be taken back by a line`() throws {
        let daemon = try daemon("")
        try send("indsatser-a.csv", row("Anbringelse", "04"), from: Self.source)
        let before = try deadlines()
        try send("indsatser-b.csv", row("§ 11, stk. 3", "05"), from: Self.other)
        #expect(try deadlines() == before && before > 0)
        #expect(try reasons("indsatser-b.csv").contains("producer skole may not send this kind"))
        // Nor does it say how far the data reach, so that the right export is not taken for an old one.
        try send("indsatser-c.csv", row("§ 11, stk. 3", "04"), from: Self.source)
        #expect(try deadlines() < before)
        withExtendedLifetime(daemon) {}
    }

    @Test func `an export that names its producer is nobody else's, and needs no further kinds`() throws {
        try configuration.replace("[spool]\n", with: "[spool]\n", in: "fristd.toml")
        let daemon = try daemon("producer = \"skole\"")
        try send("indsatser-a.csv", row("Anbringelse", "04"), from: Self.source)
        #expect(try deadlines() == 0)
        #expect(try reasons("indsatser-a.csv").contains("exports of this name come from producer skole"))
        try send("indsatser-b.csv", row("Anbringelse", "04"), from: Self.other)
        #expect(try deadlines() > 0)
        try send("indsatser-c.csv", row("§ 11, stk. 3", "05"), from: Self.other)
        #expect(try deadlines() == 0)
        withExtendedLifetime(daemon) {}
    }

    @Test func `ids of an import are not given by hand where kinds are limited`() throws {
        let daemon = try daemon("producer = \"dubu\"")
        let forged =
            #"{"id": "indsatser:vvteyamykgdkltxmihmiqerpse:1", "case": "2026-0417", "event": "sag.tildelt", "#
            + #""at": "2026-05-01", "caseworker": "mhs"}"#
        try send("a.jsonl", forged + "\n", from: Self.other)
        #expect(try reasons("a.jsonl").contains("ids that begin with indsatser: are those of an import"))
        #expect(try deadlines() == 0)
        withExtendedLifetime(daemon) {}
    }

    @Test func `a producer that is none is told with the line`() throws {
        let outcome = try {
            try configuration.replace(
                "[spool]\n",
                with: "[import.indsatser]\nfiles = \"a.csv\"\nmapping = \"import/indsatser.toml\"\n"
                    + "producer = \"dubo\"\n[producer.dubu]\nuid = 7\n[spool]\n", in: "fristd.toml")
            return try fristctl(configuration, "check")
        }()
        #expect(outcome.status == 78 && outcome.errors.contains(#/fristd\.toml:\d+: .*no \[producer\.dubo\]/#))
        #expect(outcome.errors.contains("did you mean \"dubu\"?"), "\(outcome.errors)")
    }
}
