import Deadlines
import Files
import Foundation
import Import
import Synchronization
import Telling
import Testing

@testable import Spool

/// Exports that come through the spool.
@Suite struct ExportTests {
    private static let mapping = """
        name = "dubu"
        mode = "events"
        case = "Sag"
        [[event]]
        kind = "sag.oprettet"
        at = "Dato"
        [[event]]
        kind = "underretning.modtaget"
        at = "Modtaget"
        """
    private static let header = "Sag;Dato;Modtaget;Navn\r\n"

    /// Imports of `dubu-*.csv`, compared with what `earlier` says.
    static func imports(earlier: @escaping @Sendable () throws -> [Update] = { [] }) throws -> ExportImports {
        let mapping = try MappingReader(file: "m", text: Self.mapping, vocabulary: Fixture.vocabulary).mapping()
        return ExportImports(
            [ExportImports.Rule(files: ["dubu-*.csv"], mapping: mapping)], vocabulary: Fixture.vocabulary
        ) { _ in EarlierUpdates(own: try earlier(), takingBack: []) }
    }

    @Test func `good rows are taken as lines of JSON, refused rows lie under their header with the reason`() throws {
        try withSpool { spool in
            let number = Fixture.personNumber("-")
            try spool.send(
                "dubu-1.csv",
                Self.header + "c1;02-03-2026;;x\r\nc2;31-02-2026;;Ib\r\nc3;02-03-2026;03-03-2026;\(number)\r\n"
                    + "c4;02-03-2026;\r\n")
            let (updates, settlements) = try spool.takeAll(imports: Self.imports())
            #expect(updates.count == 1)
            let done = try #require(spool.content("done/2026-05-12/dubu-1.csv.jsonl"))
            #expect(
                try Fixture.reader.update(from: done.dropLast().utf8).caseID.rawValue == "c1" && done.hasSuffix("\n"))
            // Of the columns only those that the mapping speaks of; nothing of what could not be divided into cells.
            #expect(
                spool.content("rejected/dubu-1.csv")
                    == "Sag;Dato;Modtaget\r\nc2;31-02-2026;\r\nc3;02-03-2026;03-03-2026\r\n")
            let report = try #require(spool.content("rejected/dubu-1.csv.reason.json"))
            #expect(report.contains(#""row" : 3"#) && report.contains(#""column" : "Dato""#), "\(report)")
            #expect(report.contains("Row 4, column Navn") && report.contains("Row 5: the row has 3 cells"), "\(report)")
            #expect(settlements.last?.rejected.first?.refusals.count == 3 && spool.names("incoming").isEmpty)
            #expect(!spool.everything().values.contains { $0.contains(number) || $0.contains("Ib") })
        }
    }

    @Test func `an export that matches no import is refused with the reason`() throws {
        try withSpool { spool in
            try spool.send("andet.csv", Self.header + "c1;02-03-2026;;\r\n")
            #expect(try spool.takeAll(imports: Self.imports()).updates.isEmpty)
            let report = try #require(spool.content("rejected/andet.csv.reason.json"))
            #expect(report.contains("no [import.NAME] in fristd.toml has \\\"files\\\" that match it"), "\(report)")
        }
    }

    /// Names that the mapping does not ask for are kept nowhere, whatever is wrong with the export.
    @Test(arguments: [
        (
            "Sag;Dato;Modtaget;Navn\r\nc1;02-03-2026;;;Ib\r\nc2;31-02-2026;;Ib\r\n",
            "Sag;Dato;Modtaget\r\nc2;31-02-2026;\r\n"
        ),
        (
            "Sag;Dato;Modtaget;Navn\r\nc2;31-02-2026;;Ib\r\nc1;02-03-2026;;\"Ib\r\nc3;;;Ib\r\n",
            "Sag;Dato;Modtaget\r\nc2;31-02-2026;\r\n"
        ),
        ("Sag;Navn;Modtaget\r\nc1;Ib;02-03-2026\r\n", "Sag;Modtaget\r\nc1;02-03-2026\r\n"),
        ("c1;02-03-2026;;Ib\r\nc2;;;Bo\r\n", nil),
        ("Sag,Dato,Navn\r\nc1,02-03-2026,Ib\r\n", nil), ("", nil), ("Sag;Sag;Navn\r\nc1;c1;Ib\r\n", nil),
    ]) func `of columns that nobody asked for nothing is kept`(export: String, kept: String?) throws {
        try withSpool { spool in
            try spool.send("dubu-1.csv", export)
            try spool.takeAll(imports: Self.imports())
            #expect(spool.content("rejected/dubu-1.csv") == kept)
            let report = try #require(spool.content("rejected/dubu-1.csv.reason.json"))
            #expect(report.contains("send it again") || report.contains("send the export again"), "\(report)")
            #expect(!spool.everything().values.contains { $0.contains("Ib") || $0.contains("Bo") })
            #expect(spool.names("incoming").isEmpty)
        }
    }

    @Test func `an export that cannot be read is refused as a whole`() throws {
        try withSpool { spool in
            try spool.send("dubu-1.csv", "Sag;Datoen\r\nc1;02-03-2026\r\n")
            let number = Fixture.personNumber()
            try spool.send("dubu-2.csv", "S\0a\0g\0\n\0" + number.map { "\($0)\0" }.joined())
            #expect(try spool.takeAll(imports: Self.imports()).updates.isEmpty)
            #expect(spool.content("rejected/dubu-1.csv") == "Sag\r\nc1\r\n")
            let report = try #require(spool.content("rejected/dubu-1.csv.reason.json"))
            #expect(
                report.contains(
                    "Column Dato: the header has not the columns Dato, Modtaget; perhaps Datoen was meant by Dato"),
                "\(report)")
            #expect(spool.content("rejected/dubu-2.csv.reason.json")?.contains("UTF-16") == true)
            #expect(spool.content("rejected/dubu-2.csv") == nil)
        }
    }

    @Test func `a row is never divided between two transactions`() throws {
        try withSpool { spool in
            try spool.send(
                "dubu-1.csv", Self.header + (1...5).map { "c\($0);02-03-2026;03-03-2026;\r\n" }.joined())
            var intake = try spool.intake(imports: Self.imports())
            try intake.look()
            var sizes: [Int] = []
            while let batch = intake.next(limit: 3, clock: Fixture.noon) {
                let rows = Dictionary(grouping: batch.entries, by: \.line)
                #expect(rows.values.allSatisfy { $0.count == 2 })
                sizes.append(batch.entries.count)
            }
            #expect(sizes == [4, 4, 2])
        }
    }

    @Test func `an export is compared only when what came before it is committed`() throws {
        try withSpool { spool in
            let committed = Mutex<[Update]>([])
            let asked = Mutex<[Int]>([])
            let imports = try Self.imports {
                let own = committed.withLock { $0 }
                asked.withLock { $0.append(own.count) }
                return own
            }
            try spool.send("a.jsonl", line("a") + "\n")
            try spool.send("dubu-1.csv", Self.header + "c1;02-03-2026;;\r\n")
            try spool.send("dubu-2.csv", Self.header + "c1;02-03-2026;;\r\nc2;02-03-2026;;\r\n")
            var intake = spool.intake(imports: imports)
            try intake.look()
            while let batch = intake.next(limit: 100, clock: Fixture.noon) {
                committed.withLock { $0 += batch.entries.map(\.update) }
            }
            #expect(asked.withLock { $0 } == [1, 2])
            // The second export says one thing again.
            #expect(committed.withLock { $0.map(\.caseID.rawValue) } == ["2026-0417", "c1", "c2"])
        }
    }

    @Test func `a store that cannot be asked leaves the export where it is`() throws {
        try withSpool { spool in
            try spool.send("dubu-1.csv", Self.header + "c1;02-03-2026;;\r\n")
            let imports = try Self.imports { throw FileError("asked", "the store", code: EIO) }
            var intake = spool.intake(imports: imports)
            try intake.look()
            let batch = intake.next(limit: 10, clock: Fixture.noon)
            #expect(batch?.entries.isEmpty == true && batch?.files.isEmpty == true && batch?.troubles.count == 1)
            #expect(intake.lookAgain == 10_000 && spool.names("incoming") == ["dubu-1.csv"])
        }
    }

    @Test func `what the store refuses is refused by row`() throws {
        try withSpool { spool in
            try spool.send("dubu-1.csv", Self.header + "c1;02-03-2026;;\r\nc2;02-03-2026;;\r\n")
            let refusal = Refusal(wrong: "other content", right: "another id")
            try spool.takeAll(imports: Self.imports()) { $0.caseID.rawValue == "c2" ? refusal : nil }
            #expect(spool.content("rejected/dubu-1.csv") == "Sag;Dato;Modtaget\r\nc2;02-03-2026;\r\n")
            #expect(spool.content("rejected/dubu-1.csv.reason.json")?.contains("Row 3: other content") == true)
            #expect(spool.content("done/2026-05-12/dubu-1.csv.jsonl")?.contains("\"c2\"") == false)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "giving files away needs root"))
    func `a producer may send of an export what it may send otherwise`() throws {
        try withSpool { spool in
            try spool.send("dubu-1.csv", Self.header + "c1;02-03-2026;;\r\nc2;;02-03-2026;\r\n")
            #expect(chown(spool.path("incoming/dubu-1.csv"), 4711, 0) == 0)
            let producer = Producer(name: "dubu", uid: 4711, kinds: [EventKind(rawValue: "sag.oprettet")])
            #expect(try spool.takeAll(Producers([producer]), imports: Self.imports()).updates.count == 1)
            #expect(spool.content("rejected/dubu-1.csv") == "Sag;Dato;Modtaget\r\nc2;;02-03-2026\r\n")
            #expect(
                spool.content("rejected/dubu-1.csv.reason.json")?
                    .contains("Row 3, field event, \\\"underretning.modtaget\\\": producer dubu may not send") == true)
        }
    }

    /// Killed at each step, the file is settled by the next run, and each update is there once.
    @Test(arguments: Settler.Step.allCases) func `a crash loses nothing`(step: Settler.Step) async throws {
        let spool = try TemporarySpool()
        defer { spool.remove() }
        try spool.send("dubu-1.csv", Self.header + "c1;02-03-2026;;\r\nc2;31-02-2026;;\r\n")
        let index = Settler.Step.allCases.firstIndex(of: step) ?? 0
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = spool.spool.path as String, index = index as Int] in
            let spool = TemporarySpool(of: path)
            var intake = try spool.intake(imports: ExportTests.imports())
            var settler = Settler(spool: spool.spool) { step in
                if step == Settler.Step.allCases[index] { kill(getpid(), SIGKILL) }
            }
            try intake.look()
            while let batch = intake.next(limit: 100, clock: Fixture.noon) {
                _ = try settler.settle(batch, at: Fixture.noon)
            }
        }
        try spool.spool.prepare()
        try spool.takeAll(imports: Self.imports())
        #expect(spool.names("incoming").isEmpty)
        #expect(spool.names("done/2026-05-12") == ["dubu-1.csv.jsonl"])
        #expect(spool.names("rejected") == ["dubu-1.csv", "dubu-1.csv.reason.json"])
        #expect(spool.content("rejected/dubu-1.csv") == "Sag;Dato;Modtaget\r\nc2;31-02-2026;\r\n")
    }
}
