import Foundation
import TestSupport
import Testing

/// When the daemon writes digests, and that it writes each once.
@Suite struct DigestDaemonTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration() }

    /// A store with cases, left by a daemon that ran on Tuesday 12 May.
    private func fill(_ more: String = "") throws {
        let daemon = try DaemonProcess.ready(configuration, now: "2026-05-12T12:00:00+02:00")
        try configuration.put(
            "cases.jsonl",
            DigestCases.lines().split(separator: "\n").filter {
                !$0.contains("2026-05-1") && !$0.contains("2026-05-2")
            }.joined(separator: "\n") + "\n" + more)
        try configuration.awaitEmptySpool()
        try daemon.signalAndAwaitStop()
    }

    private var directory: String { "\(configuration.log)/digests" }

    private func written() -> [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: directory)) ?? []
        return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8)
    }

    private func moment(_ name: String) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data(try text("\(name).json").utf8)) as? [[String: Any]]
        return try #require(object?[0]["written"] as? String)
    }

    @Test func `no case, no digest`() throws {
        try fill()
        #expect(written() == [])
    }

    @Test func `what was missed at start, and the week's at opening on Monday`() throws {
        try fill()
        let daemon = try DaemonProcess.ready(configuration, now: "2026-05-18T07:59:57+02:00")
        try daemon.awaitLog("period=2026-W20")
        let weekly = ["kbe", "kor", "tln", "tls"]
        let monthly = ["afd", "cch", "kbe", "kor", "tln", "tls"]
        #expect(
            written()
                == (weekly.flatMap { ["\($0)/2026-W19", "\($0)/2026-W20"] } + monthly.map { "\($0)/2026-04" }
                + ["udvalg/2026-Q1"]).sorted())
        for person in weekly {
            // Not before its time, and the same morning.
            #expect(try moment("\(person)/2026-W20").hasPrefix("2026-05-18T08:0"))
        }
        for name in written() where !name.hasSuffix("W20") {
            let moment = try moment(name)
            #expect(moment.hasPrefix("2026-05-18T07:59:") || moment.hasPrefix("2026-05-18T08:0"), "\(name)")
        }
        #expect(try FileManager.default.subpathsOfDirectory(atPath: directory).allSatisfy { !$0.hasSuffix(".new") })
        try daemon.signalAndAwaitStop()
    }

    @Test func `the command says what the daemon wrote`() throws {
        try fill()
        let daemon = try DaemonProcess.ready(configuration, now: "2026-05-18T08:00:05+02:00")
        try daemon.awaitLog("period=2026-Q1")
        for (person, kind, name) in [
            ("tln", "week", "2026-W20"), ("afd", "month", "2026-04"), ("udvalg", "quarter", "2026-Q1"),
        ] {
            let asOf = try moment("\(person)/\(name)")
            for (flag, form) in [("--json", "json"), ("--page", "html"), ("", "txt")] {
                let outcome = try fristctl(
                    configuration,
                    arguments: ["digest", "--for", person, "--period", kind, "--as-of", asOf]
                        + (flag.isEmpty ? [] : [flag]))
                let file = try text("\(person)/\(name).\(form)")
                #expect(outcome.status == 0 && outcome.output == file, "\(name).\(form)")
            }
        }
        try daemon.signalAndAwaitStop()
    }

    @Test func `in batches, daemon and command say alike how far the data reach`() throws {
        try configuration.set("feed", "batched", "true")
        try fill(
            #"{"id": "s", "case": "kilde/dubu", "event": "kilde.opdateret", "at": "2026-05-12T05:00:00+02:00", "#
                + #""data": {"til": "2026-05-11T22:00:00+02:00"}}"# + "\n")
        let daemon = try DaemonProcess.ready(configuration, now: "2026-05-18T08:00:05+02:00")
        try daemon.awaitLog("period=2026-Q1")
        let file = try text("tln/2026-W20.txt")
        #expect(file.contains("\nData rækker til mandag den 11. maj 2026 kl. 22.00.\n"), "\(file.prefix(400))")
        let outcome = try fristctl(
            configuration, "digest", "--for", "tln", "--as-of", moment("tln/2026-W20"))
        #expect(outcome.output == file)
        let list = try fristctl(configuration, "digest", "--for", "raad-1", "--as-of", moment("tln/2026-W20"))
        #expect(list.output.contains("\nData rækker til mandag den 11. maj 2026 kl. 22.00.\n"))
        try daemon.signalAndAwaitStop()
    }

    @Test func `each is written once, and again only where it is not whole`() throws {
        try fill()
        let first = try DaemonProcess.ready(configuration, now: "2026-05-18T08:00:05+02:00")
        try first.awaitLog("period=2026-Q1")
        try first.signalAndAwaitStop()
        let before = try Dictionary(uniqueKeysWithValues: written().map { ($0, try moment($0)) })
        // As a crash between the files would leave it.
        try FileManager.default.removeItem(atPath: "\(directory)/tls/2026-W20.json")
        let second = try DaemonProcess.ready(configuration, now: "2026-05-19T10:00:00+02:00")
        #expect(try second.awaitLog("wrote digests").hasSuffix("count=1 period=2026-W20"))
        try second.signalAndAwaitStop()
        #expect(second.logged.count { $0.contains("wrote digests") } == 1)
        for (name, moment) in before {
            #expect(try (self.moment(name) == moment) == (name != "tls/2026-W20"), "\(name)")
        }
        #expect(try text("tls/2026-W20.txt").contains("Skrevet tirsdag den 19. maj 2026 kl. 10.0"))
    }

    @Test func `a changed schedule counts at once`() throws {
        try fill()
        let daemon = try DaemonProcess.ready(configuration, now: "2026-05-18T08:00:05+02:00")
        try daemon.awaitLog("period=2026-Q1")
        try configuration.set("digest", "centerchef", "[\"day\"]")
        daemon.signal(SIGHUP)
        try daemon.awaitLog("period=2026-05-17")
        #expect(written().filter { $0.hasSuffix("2026-05-17") } == ["cch/2026-05-17"])
        try daemon.signalAndAwaitStop()
    }

    @Test func `a closed Monday waits for Tuesday`() throws {
        try configuration.set("office", "closed", "[\"2026-05-18\"]")
        try fill()
        let daemon = try DaemonProcess.ready(configuration, now: "2026-05-19T07:59:57+02:00")
        try daemon.awaitLog("period=2026-W20")
        #expect(try moment("tln/2026-W20").hasPrefix("2026-05-19T08:0"))
        try daemon.signalAndAwaitStop()
    }
}
