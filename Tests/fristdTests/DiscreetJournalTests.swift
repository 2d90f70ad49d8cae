import Foundation
import TestSupport
import Testing

/// What goes to the journal under `[journal] case`: notices and the daemon's own lines.
@Suite struct DiscreetJournalTests {
    private let configuration: ScratchConfiguration
    private let journal: JournalDaemon
    /// Names that nothing else has.
    private let (first, second, ref): (String, String, String)

    init() throws {
        configuration = try ScratchConfiguration()
        journal = try JournalDaemon.shared()
        func letters() -> String { String((0..<12).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() ?? "a" }) }
        (first, second, ref) = (letters(), letters(), letters())
    }

    private func lines(_ id: String, _ caseID: String, _ event: String, _ at: String, _ more: String = "") -> String {
        #"{"id": "\#(id)", "case": "\#(caseID)", "event": "\#(event)", "at": "\#(at)", "ref": "\#(ref)"\#(more)}"#
            + "\n"
    }

    /// All that a daemon tells the journal while as much as possible happens to two cases.
    private func entries() throws -> [ExportedEntry] {
        let who = #", "caseworker": "mhs", "team": "nord", "data": {"type": "anbringelse"}"#
        // Overdue before the first start: a list of two cases.
        let early = try DaemonProcess.ready(configuration, now: "2026-06-03T07:55:00+02:00")
        try configuration.put(
            "\(first).jsonl",
            [first, second].map { lines("m-\($0)", $0, "indsats.ivaerksat", "2026-01-10", who) }.joined())
        try configuration.awaitEmptySpool()
        try early.signalAndAwaitStop()
        let daemon = try DaemonProcess.ready(
            configuration, now: "2026-06-03T08:00:05+02:00", logsToJournal: true)
        try FileWatch.lines(of: configuration.record) { $0.contains(#""stage": "backlog""#) }
        // Refusals of every sort, in files whose names speak too.
        try configuration.put("\(second)-\(ref).jsonl", lines("\(first):1", first, "nonsense", "2026-06-02"))
        try configuration.put("c.jsonl", lines("m-\(first)", first, "sag.tildelt", "2026-06-02"))
        try configuration.put("d.jsonl", #"{"id": "d", "case": "\#(first) \#(ref)", "event": "sag.tildelt"}"#)
        try FileManager.default.createDirectory(
            atPath: "\(configuration.incoming)/\(first)", withIntermediateDirectories: false)
        // Both handed over to another, and an hour rule that is told at once.
        try configuration.put(
            "e.jsonl",
            [first, second].map {
                lines("h-\($0)", $0, "sag.tildelt", "2026-06-03", #", "caseworker": "jpe""#)
                    + lines("r-\($0)", $0, "underretning.modtaget", "2026-06-03T07:58:00+02:00")
            }.joined())
        try configuration.awaitEmptySpool()
        try FileWatch.lines(of: configuration.record) { $0.contains(#""stage": "reminder""#) }
        // A changed rule moves what is due.
        try configuration.replace(
            "within = { months = 3 }", with: "within = { months = 2 }", in: "rules/barnets-lov.toml")
        daemon.signal(SIGHUP)
        try daemon.awaitState("READY=1")
        try daemon.signalAndAwaitStop()
        return try journal.entries("_PID=\(daemon.processIdentifier)")
    }

    private func text(of entry: ExportedEntry) -> String {
        entry.fields.filter { !$0.key.hasPrefix("_") }.map { name, values in
            values.map { "\(name)=\(String(decoding: $0, as: UTF8.self))" }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    @Test func `none leaves out case, ref and whatever names them`() throws {
        try configuration.set("journal", "case", "\"none\"")
        let entries = try entries()
        let messages = entries.flatMap { $0["MESSAGE"] }
        #expect(messages.contains { $0.hasPrefix("part or all of a file was refused") }, "\(messages)")
        #expect(messages.contains { $0.hasPrefix("the changed settings moved a due time") }, "\(messages)")
        #expect(Set(entries.flatMap { $0["FRISTD_STAGE"] }).isSuperset(of: ["backlog", "reminder"]))
        for entry in entries {
            let text = text(of: entry)
            for name in [first, second, ref] { #expect(!text.contains(name), "\(text)") }
        }
        #expect(WholeLines.of(configuration.record).contains { $0.contains(first) })
    }

    @Test func `by default it names both`() throws {
        let entries = try entries()
        func named(_ beginning: String, _ name: String) -> Bool {
            entries.contains { $0["MESSAGE"].joined().hasPrefix(beginning) && text(of: $0).contains(name) }
        }
        #expect(named("part or all of a file was refused", second) && named("the changed settings moved", first))
        #expect(entries.contains { $0["FRISTD_STAGE"] == ["backlog"] && $0["MESSAGE"].joined().contains(second) })
        #expect(entries.contains { $0["FRISTD_CASE"] == [first] && $0["FRISTD_REF"] == [ref] })
    }
}
