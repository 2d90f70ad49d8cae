import Deadlines
import Foundation
import TestSupport
import Testing

/// A closed case goes from everywhere, and no other does.
@Suite struct PurgeTests {
    private let configuration: ScratchConfiguration
    private let gone = "2026-0417"
    private let stays = "2026-0501"

    init() throws { configuration = try ScratchConfiguration() }

    private var directories: [String] { [configuration.state, configuration.spool, configuration.log] }

    /// The files in which the case that is to go still stands, but for what was refused of it before.
    private func remains() throws -> [String] {
        let refused = ["rejected/c.jsonl", "rejected/d.jsonl"]
        return try ByteSearch.files(with: gone, in: directories).filter { !refused.contains($0) }
    }

    private func line(_ id: String, of caseID: String, _ event: String, at: String) -> String {
        #"{"id": "\#(id)", "case": "\#(caseID)", "event": "\#(event)", "at": "\#(at)"}"# + "\n"
    }

    private func run(at now: String, _ body: (DaemonProcess) throws -> Void) throws {
        let daemon = try DaemonProcess.ready(configuration, now: now)
        try body(daemon)
        try daemon.signalAndAwaitStop()
    }

    /// Two weeks in which both cases get into everything that is written.
    private func live() throws {
        try run(at: "2026-06-03T07:55:00+02:00") { _ in
            try configuration.put(
                "a.jsonl",
                [gone, stays].map {
                    Lines.measure("m-\($0)", of: $0, at: "2026-01-10")
                        + Lines.report("r-\($0)", of: $0, at: "2026-06-03T07:50:00+02:00")
                }.joined())
            try configuration.awaitEmptySpool()
        }
        try run(at: "2026-06-03T08:00:05+02:00") { _ in
            try FileWatch.lines(of: configuration.record) { $0.contains(#""stage": "backlog""#) }
        }
        for log in ["notices.jsonl", "reminders/mhs.log", "reminders/vagt.log"] {
            let path = "\(configuration.log)/\(log)"
            try FileManager.default.moveItem(atPath: path, toPath: "\(path).2")
            _ = try ShellCommand(["gzip", "\(path).2"]).output()
        }
        try run(at: "2026-06-08T08:00:05+02:00") { daemon in
            try daemon.awaitLog("period=2026-W23")
            try configuration.put(
                "sag-\(gone).json", Lines.report("x-\(gone)", of: gone, at: "2026-06-08T07:55:00+02:00"))
            try configuration.put(
                "blandet-\(gone).jsonl",
                Lines.report("y-\(gone)", of: gone, at: "2026-06-08T07:56:00+02:00")
                    + Lines.report("y-\(stays)", of: stays, at: "2026-06-08T07:56:00+02:00"))
            try configuration.put(
                "c.jsonl",
                line("bad-\(gone)", of: gone, "nonsense", at: "2026-06-01") + "not JSON, of \(gone)\n"
                    + line("bad-\(stays)", of: stays, "nonsense", at: "2026-06-01"))
            try configuration.put("d.jsonl", line("e-\(gone)", of: gone, "nonsense", at: "2026-06-01"))
            try configuration.awaitEmptySpool()
            try configuration.put("f.json", line("f-\(gone)", of: gone, "sag.afsluttet", at: "2026-06-08"))
            try configuration.awaitEmptySpool()
        }
    }

    /// The lines of every file below the spool and the log that speak of `caseID`, without the name of the file.
    private func lines(of caseID: String) throws -> [String] {
        var lines: [String] = []
        for directory in [configuration.spool, configuration.log] {
            for name in try FileManager.default.subpathsOfDirectory(atPath: directory) {
                guard name.hasSuffix(".jsonl") || name.hasSuffix(".gz") || name.hasSuffix(".log") else { continue }
                let data = try ShellCommand([name.hasSuffix(".gz") ? "zcat" : "cat", "\(directory)/\(name)"]).output()
                lines += String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
            }
        }
        return lines.filter { $0.contains(caseID) && !$0.contains(gone) }.sorted()
    }

    @Test func `every byte of a closed case is gone, and every line of others stays`() throws {
        try live()
        let before = Set(try ByteSearch.files(with: gone, in: directories))
        for name in [
            "fristd.sqlite-wal", "done/2026-06-03/a.jsonl", "done/2026-06-08/sag-\(gone).json", "rejected/c.jsonl",
            "rejected/d.jsonl", "notices.jsonl", "notices.jsonl.2.gz", "reminders/mhs.log",
            "reminders/mhs.log.2.gz", "digests/tln/2026-W23.txt", "digests/tln/2026-W23.html",
            "digests/tln/2026-W23.json",
        ] { #expect(before.contains(name), "\(name): \(before.sorted())") }
        let others = try lines(of: stays)
        #expect(others.count >= 10)
        let draft = "\(configuration.spool)/.settling/.refused"
        try run(at: "2026-07-01T12:00:00+02:00") { daemon in
            let shown = try fristctl(configuration, "purge", "--closed-before", "2026-07-01", "--dry-run")
            #expect(shown.status == 0 && shown.output.contains("\(gone)  2026-06-08\n1 case would be erased"))
            #expect(try fristctl(configuration, "deadlines", "--case", gone, "--json").rows().count > 0)
            // Of a disk that was full.
            try line("x", of: gone, "nonsense", at: "2026-06-01").write(
                toFile: draft, atomically: false, encoding: .utf8)
            let outcome = try fristctl(configuration, "purge", "--closed-before", "2026-07-01", "--wait")
            #expect(outcome.status == 0 && outcome.output.contains("1 case erased, from the store and "), "\(outcome)")
            for owner in ["the journal", "backups", "mails", "case systems"] { #expect(outcome.output.contains(owner)) }
            // While it runs, with whatever its write-ahead log holds.
            #expect(try remains() == [])
            let missing = Set(others).subtracting(try lines(of: stays))
            #expect(missing.isEmpty, "\(missing)")
            #expect(try fristctl(configuration, "audit").status == 0)
            #expect(try fristctl(configuration, "deadlines", "--case", stays, "--json").rows().count > 0)
            #expect(!daemon.logged.contains { $0.contains(gone) })
            // It goes on in the new files.
            let told = try FileWatch.lines(0, of: configuration.record).count
            try configuration.put("g.json", Lines.report("g", of: stays, at: "2026-07-01T11:59:00+02:00"))
            try FileWatch.lines(told + 1, of: configuration.record)
        }
        let list = try ShellCommand(["zcat", "\(configuration.log)/reminders/mhs.log.2.gz"]).output()
        #expect(String(decoding: list, as: UTF8.self).contains("– sag \(stays) (ind-1)"))
        let digests = "\(configuration.log)/digests/tln"
        let forms = try FileManager.default.contentsOfDirectory(atPath: digests).filter { $0.hasPrefix("2026-W23") }
        #expect(forms == ["2026-W23.json"])
        #expect(try String(contentsOfFile: "\(digests)/2026-W23.json", encoding: .utf8).contains(stays))
    }

    /// Drawn for a leaders' review, which is registered in the team's case.
    @Test func `that it was drawn for a review goes too, and is refused when it comes again`() throws {
        func drawn(_ id: String, _ caseID: String, at: String) -> String {
            #"{"id": "\#(id)", "case": "team/nord", "event": "ledelsestilsyn.udtaget", "at": "\#(at)", "#
                + #""ref": "2026-1", "data": {"sag": "\#(caseID)"}}"# + "\n"
        }
        // Drawn after the day on which the case is said to have been closed.
        let draws = drawn("d-1", gone, at: "2026-06-20") + drawn("d-2", stays, at: "2026-06-20")
        try run(at: "2026-06-30T12:00:00+02:00") { _ in
            try configuration.put(
                "a.jsonl",
                [gone, stays].map { Lines.measure("m-\($0)", of: $0, at: "2026-01-10") }.joined()
                    + line("f", of: gone, "sag.afsluttet", at: "2026-06-08") + draws)
            try configuration.awaitEmptySpool()
        }
        try run(at: "2026-07-01T12:00:00+02:00") { daemon in
            #expect(try fristctl(configuration, "purge", "--closed-before", "2026-07-01", "--wait").status == 0)
            #expect(try remains() == [])
            #expect(try fristctl(configuration, "audit").status == 0)
            let team = try fristctl(configuration, "case", "team/nord").output
            #expect(team.contains(stays) && team.contains("[d-2]") && !team.contains("d-1"), "\(team)")
            try configuration.put("again.jsonl", draws)
            try configuration.awaitEmptySpool()
            try daemon.awaitLog("refused")
            #expect(try remains() == [])
            // A later draw is of a case begun anew.
            try configuration.put("later.jsonl", drawn("d-3", gone, at: "2026-07-01"))
            try configuration.awaitEmptySpool()
            #expect(try fristctl(configuration, "case", "team/nord").output.contains("[d-3]"))
        }
    }

    @Test func `what was refused of it goes when it has lain for its time`() throws {
        try live()
        try run(at: "2026-07-01T12:00:00+02:00") { _ in
            let outcome = try fristctl(configuration, "purge", "--closed-before", "2026-07-01", "--wait")
            #expect(outcome.status == 0 && outcome.output.contains("30 days after it came ([retention] refused)"))
            #expect(try ByteSearch.files(with: gone, in: directories) == ["rejected/c.jsonl", "rejected/d.jsonl"])
        }
        for name in ["c", "d"] {
            let report = "\(configuration.spool)/rejected/\(name).jsonl.reason.json"
            let written = Date(timeIntervalSinceNow: -31 * 24 * 3600)
            try FileManager.default.setAttributes([.modificationDate: written], ofItemAtPath: report)
        }
        try run(at: "2026-07-02T02:59:57+02:00") { daemon in
            #expect(try !ByteSearch.files(with: gone, in: directories).isEmpty)
            try daemon.awaitLog("removed what was refused long ago files=4")
        }
        #expect(try ByteSearch.files(with: gone, in: directories) == [])
    }

    @Test func `what comes again of an erased case is refused and kept nowhere, what happens later is taken`() throws {
        try live()
        try run(at: "2026-07-01T12:00:00+02:00") { daemon in
            #expect(try fristctl(configuration, "purge", "--closed-before", "2026-07-01", "--wait").status == 0)
            try configuration.put(
                "again.jsonl",
                Lines.measure("m-\(gone)", of: gone, at: "2026-01-10") + Lines.report("n", of: stays, at: "2026-06-30")
                    + line("f-\(gone)", of: gone, "sag.afsluttet", at: "2026-06-08"))
            try configuration.put("one.json", line("h-\(gone)", of: gone, "sag.tildelt", at: "2026-03-01"))
            try configuration.awaitEmptySpool()
            try daemon.awaitLog("refused")
            #expect(try remains() == [])
            let path = "\(configuration.spool)/rejected/again.jsonl"
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "…\n…\n")
            #expect(try String(contentsOfFile: "\(path).reason.json", encoding: .utf8).contains("was erased"))
            #expect(try fristctl(configuration, "deadlines", "--case", gone, "--json").rows().isEmpty)
            try configuration.put("new.json", Lines.report("new", of: gone, at: "2026-07-01T11:59:00+02:00"))
            try configuration.awaitEmptySpool()
            let rows = try fristctl(configuration, "deadlines", "--case", gone, "--json").rows()
            #expect(rows.count == 1 && rows[0]["rule"] as? String == "underretning-24-timer")
        }
    }

    @Test func `nor does an export bring it back`() throws {
        try configuration.replace(
            "[spool]\n", with: "[import.own]\nfiles = \"own-*.csv\"\nmapping = \"own.toml\"\n[spool]\n",
            in: "fristd.toml")
        try #"""
        name = "own"
        mode = "events"
        id = "Nr"
        case = "Sag"

        [[event]]
        kind = "sag.tildelt"
        at = "Dato"
        """#.write(toFile: configuration.path("own.toml"), atomically: true, encoding: .utf8)
        try live()
        try run(at: "2026-07-01T12:00:00+02:00") { daemon in
            #expect(try fristctl(configuration, "purge", "--closed-before", "2026-07-01", "--wait").status == 0)
            try configuration.put(
                "own-1.csv",
                "Nr;Sag;Dato\r\na1;\(gone);01-03-2026\r\na2;\(stays);01-03-2026\r\na3;\(stays);39-03-2026\r\n")
            try configuration.awaitEmptySpool()
            #expect(try remains() == [])
            let rejected = try String(contentsOfFile: "\(configuration.spool)/rejected/own-1.csv", encoding: .utf8)
            #expect(rejected.contains(";\(stays);39-03-2026"), "\(rejected)")
        }
    }

    @Test func `a case opened again is not closed, nor one closed later`() throws {
        try run(at: "2026-07-01T12:00:00+02:00") { _ in
            try configuration.put(
                "a.jsonl",
                Lines.measure("a1", of: "2026-0001", at: "2026-01-10")
                    + line("a2", of: "2026-0001", "sag.afsluttet", at: "2026-02-01")
                    + Lines.measure("a3", of: "2026-0001", at: "2026-03-01")
                    + Lines.measure("b1", of: "2026-0002", at: "2026-01-10")
                    + line("b2", of: "2026-0002", "sag.afsluttet", at: "2026-05-01")
                    + Lines.measure("c1", of: "2026-0003", at: "2026-01-10")
                    + line("c2", of: "2026-0003", "sag.afsluttet", at: "2026-04-30"))
            try configuration.awaitEmptySpool()
            let shown = try fristctl(configuration, "purge", "--closed-before", "2026-05-01", "--dry-run", "--json")
            #expect(try shown.rows().map { $0["case"] as? String } == ["2026-0003"])
            #expect(try fristctl(configuration, "purge", "--closed-before", "2026-05-01", "--wait").status == 0)
            let rows = try fristctl(configuration, "deadlines", "--json").rows()
            #expect(Set(rows.compactMap { $0["case"] as? String }) == ["2026-0001", "2026-0002"])
            #expect(try fristctl(configuration, "purge", "--closed-before", "2026-07-02").status == 65)
        }
    }

    @Test func `with a time to keep them, closed cases go by themselves`() throws {
        try configuration.set("retention", "closed", "{ years = 5 }")
        try live()
        try run(at: "2031-06-09T02:00:00+02:00") { daemon in
            try daemon.awaitLog("erased closed cases cases=1")
        }
        #expect(try remains() == [])
        #expect(try !ByteSearch.files(with: stays, in: directories).isEmpty)
    }

    @Test func `until then they stay`() throws {
        try configuration.set("retention", "closed", "{ years = 5 }")
        try live()
        try run(at: "2031-06-08T02:59:58+02:00") { daemon in
            // Closed on 8 June 2026, the case is five years closed at the end of this day.
            try configuration.put("z.json", Lines.report("z", of: "2031-0777", at: "2031-06-08T02:00:00+02:00"))
            try FileWatch.lines(of: configuration.record) { $0.contains(#""due": "2031-06-09"#) }
            #expect(!daemon.logged.contains { $0.contains("erased") })
        }
        #expect(try !ByteSearch.files(with: gone, in: directories).isEmpty)
    }

    /// One typing error in a date must not cost a case that somebody works on: nobody sees what goes by itself.
    @Test func `a closing dated years back by mistake erases nothing, neither at night nor when asked`() throws {
        try configuration.set("retention", "closed", "{ years = 5 }")
        let (known, moved) = ("2021-0001", "2016-0002")
        try run(at: "2021-06-10T12:00:00+02:00") { _ in
            try configuration.put("k.jsonl", line("k", of: known, "sag.afsluttet", at: "2021-06-10"))
            try configuration.awaitEmptySpool()
        }
        try run(at: "2026-06-10T12:00:00+02:00") { _ in
            try configuration.put(
                "a.jsonl",
                Lines.measure("a1", of: gone, at: "2015-03-01") + line("a2", of: gone, "sag.tildelt", at: "2026-04-01")
                    + line("a3", of: gone, "sag.afsluttet", at: "2016-05-01")
                    + Lines.measure("b1", of: moved, at: "2015-03-01")
                    + line("b2", of: moved, "sag.afsluttet", at: "2016-05-01"))
            try configuration.awaitEmptySpool()
        }
        try run(at: "2026-06-11T03:10:00+02:00") { daemon in
            try daemon.awaitLog("erased closed cases cases=1")
            let left = try fristctl(configuration, "deadlines", "--json").rows().compactMap { $0["case"] as? String }
            #expect(Set(left) == [gone, moved])
            let shown = try fristctl(configuration, "purge", "--closed-before", "2021-06-11", "--dry-run", "--json")
            #expect(try shown.rows().map { $0["case"] as? String } == [moved])
            #expect(try fristctl(configuration, "purge", "--closed-before", "2021-06-11", "--wait").status == 0)
            let rows = try fristctl(configuration, "deadlines", "--json").rows()
            #expect(Set(rows.compactMap { $0["case"] as? String }) == [gone])
        }
    }

    @Test func `a file that cannot be searched is told, and the rest is done when it can`() throws {
        try live()
        // A packed log that is cut off.
        let log = "\(configuration.log)/notices.jsonl.2.gz"
        let whole = try #require(FileManager.default.contents(atPath: log))
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: log))
        try run(at: "2026-07-01T12:00:00+02:00") { _ in
            let outcome = try fristctl(configuration, "purge", "--closed-before", "2026-07-01", "--wait")
            #expect(outcome.status == 1 && outcome.errors.contains("notices.jsonl.2.gz"), "\(outcome)")
            // What a file holds up is gone from the store: only the reference to search for is left, and no id.
            try FileWatch.await("a clean store", in: configuration.state) {
                try ByteSearch.files(with: "m-\(gone)", in: [configuration.state]).isEmpty ? true : nil
            }
            let status = try fristctl(configuration, "status")
            #expect(status.status == 1 && status.output.contains("may still stand in files"))
        }
        try whole.write(to: URL(fileURLWithPath: log))
        try run(at: "2026-07-01T13:00:00+02:00") { try $0.awaitLog("erased closed cases") }
        #expect(try remains() == [])
    }
}
