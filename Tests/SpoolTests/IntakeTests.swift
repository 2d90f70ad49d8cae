import Deadlines
import Files
import Foundation
import Glibc
import Testing

@testable import Spool

@Suite struct IntakeTests {
    @Test func takesManyFilesInOneBatchAndOneFileInMany() throws {
        try withSpool { spool in
            for number in 0..<5 { try spool.send("\(number).json", line("small-\(number)")) }
            try spool.send("large.jsonl", (0..<12).map { line("large-\($0)") }.joined(separator: "\n"))
            var intake = spool.intake()
            try intake.look()
            #expect(intake.waitingFiles == 6)
            var sizes: [Int] = []
            while let batch = intake.next(limit: 7, clock: Fixture.noon) { sizes.append(batch.entries.count) }
            #expect(sizes == [7, 7, 3])
        }
    }

    @Test func leavesAFileThatMayStillBeWrittenAndSaysWhenToLookAgain() throws {
        try withSpool { spool in
            try spool.send("a.json", line())
            var intake = Intake(spool: spool.spool, reader: Fixture.reader)
            try intake.look()
            #expect(intake.next(limit: 10, clock: Fixture.noon) == nil)
            #expect((1...2000).contains(intake.lookAgain ?? 0))
            var seen = Arrivals()
            seen.note(finished: FileName("a.json"))
            try intake.look(seen)
            #expect(intake.next(limit: 10, clock: Fixture.noon)?.entries.count == 1)
        }
    }

    @Test func aRestedFileIsReadUnlessSomebodyIsSeenWritingIt() {
        var status = stat()
        status.st_mtim = timespec(tv_sec: 1000, tv_nsec: 500_000_000)
        let missing = { (now: Int64, written: Bool) in
            Rest.standard.missing(status, isBeingWritten: written, now: now)
        }
        #expect(missing(1_000_500, false) == 2000)
        #expect(missing(1_002_499, false) == 1)
        #expect(missing(1_002_500, false) == 0)
        #expect(missing(1_002_500, true) == 58_000)
        #expect(missing(1_060_500, true) == 0)
        // Stamped in the future by its producer.
        #expect(missing(500_000, false) == 0)
    }

    @Test func whatIsNoRegularFileIsMovedAsItIsAndNeverFollowed() throws {
        try withSpool { spool in
            let target = spool.path("secret.json")
            try Data(line().utf8).write(to: URL(fileURLWithPath: target))
            #expect(symlink(target, spool.path("incoming/link.json")) == 0)
            #expect(symlink("/nonexistent", spool.path("incoming/dangling.json")) == 0)
            #expect(mkfifo(spool.path("incoming/fifo.json"), 0o600) == 0)
            #expect(mkdir(spool.path("incoming/directory.json"), 0o700) == 0)
            try Data("kept".utf8).write(to: URL(fileURLWithPath: spool.path("incoming/directory.json/inner")))
            #expect(symlink(target, spool.path("incoming/directory.json/link")) == 0)
            var names = ["dangling.json", "fifo.json", "link.json"]
            // Only root may make devices.
            if mknod(spool.path("incoming/device.json"), S_IFCHR | 0o600, 0x0103) == 0 { names.append("device.json") }
            let taken = try spool.takeAll()
            #expect(taken.updates.isEmpty)
            #expect(spool.names("incoming").isEmpty)
            #expect(
                spool.names("rejected") == (names + (names + ["directory.json"]).map { $0 + ".reason.json" }).sorted())
            // What is in a directory is not read, and so not kept.
            #expect(spool.names(".settling").isEmpty && spool.content("secret.json") == line())
            let report = try #require(spool.content("rejected/directory.json.reason.json"))
            #expect(
                report.contains("directories are not followed") && report.contains("nothing of the file is kept here"))
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: spool.path("rejected/link.json")) == target)
            #expect(spool.content("rejected/link.json.reason.json")?.contains("not a regular file") ?? false)
        }
    }

    @Test func otherEndingsAreRefusedAndHiddenNamesIgnored() throws {
        try withSpool { spool in
            let number = Fixture.personNumber("-")
            try spool.send("list.csv", "a;\(number)\nb;2")
            try spool.send(".hidden.json", line())
            #expect(try spool.takeAll().updates.isEmpty)
            #expect(spool.content("incoming/.hidden.json") == line())
            // Nothing is known of what it holds.
            #expect(spool.names("rejected") == ["list.csv.reason.json"])
            let report = try #require(spool.content("rejected/list.csv.reason.json"))
            #expect(report.contains(".jsonl") && report.contains("nothing of the file is kept here"), "\(report)")
        }
    }

    @Test func aFileNamedByAPersonNumberIsRefusedUnderAMaskedName() throws {
        try withSpool { spool in
            try spool.send("\(Fixture.personNumber("-")).json", line())
            #expect(try spool.takeAll().updates.isEmpty)
            #expect(spool.names("rejected") == ["xxxxxx-xxxx.json", "xxxxxx-xxxx.json.reason.json"])
            #expect(spool.everything().allSatisfy { !CPR.found(in: $0.key) && !CPR.found(in: $0.value) })
        }
    }

    @Test func namesThatCannotBePrintedAreRefusedUnderOnesThatCan() throws {
        try withSpool { spool in
            try spool.send("a\nb.json", line())
            let broken =
                spool.path("incoming/").utf8CString.dropLast() + [CChar(bitPattern: 0xFF)] + ".json".utf8CString
            let descriptor = open(Array(broken), O_CREAT | O_WRONLY, 0o600)
            #expect(descriptor >= 0)
            close(descriptor)
            #expect(try spool.takeAll().updates.isEmpty)
            #expect(spool.names("incoming").isEmpty)
            #expect(spool.names("rejected").contains("a_b.json"))
            #expect(spool.names("rejected").count == 4)
        }
    }

    @Test func anOwnerDecidesWhatAFileMayHold() throws {
        let kinds: Set = [EventKind(rawValue: "sag.oprettet")]
        let producers = Producers([Producer(name: "dubu", uid: 4711, kinds: kinds)], daemon: 4000)
        #expect(producers.refusal(ofOwner: 4711) == nil)
        #expect(producers.refusal(ofOwner: 4000) == nil)
        #expect(producers.refusal(ofOwner: 0) == nil)
        #expect(producers.refusal(ofOwner: 4712) != nil)
        #expect(Producers().refusal(ofOwner: 4712) == nil)
        #expect(producers.refusal(of: EventKind(rawValue: "sag.oprettet"), from: 4711) == nil)
        let refusal = producers.refusal(of: EventKind(rawValue: "sag.tildelt"), from: 4711)
        #expect(
            refusal?.description.contains("producer dubu may not send this kind; it may send sag.oprettet") ?? false)
    }

    @Test(.enabled(if: geteuid() == 0, "giving files away needs root")) func refusesByOwner() throws {
        try withSpool { spool in
            let kinds: Set = [EventKind(rawValue: "sag.oprettet")]
            let producers = Producers([Producer(name: "dubu", uid: 4711, kinds: kinds)], daemon: 4000)
            try spool.send("listed.jsonl", line("a") + "\n" + line("b", event: "underretning.modtaget"))
            try spool.send("unlisted.jsonl", line("c"))
            #expect(chown(spool.path("incoming/listed.jsonl"), 4711, 0) == 0)
            #expect(chown(spool.path("incoming/unlisted.jsonl"), 4712, 0) == 0)
            #expect(try spool.takeAll(producers).updates == ["a"])
            #expect(spool.content("rejected/listed.jsonl") == line("b", event: "underretning.modtaget") + "\n")
            #expect(spool.content("rejected/unlisted.jsonl") == line("c") + "\n")
        }
    }
}
