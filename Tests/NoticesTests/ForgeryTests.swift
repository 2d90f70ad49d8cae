import Configuration
import Foundation
import Notices
import Rules
import Store
import Telling
import TestSupport
import Testing

/// Whatever a text holds, a line stays one line, and a log keeps to one entry a notice.
@Suite(.ownJournal) struct ForgeryTests {
    private let room: SendingRoom
    private static let forged = "\u{0}\u{1B}[2J\r\u{85}\u{2028}\u{2029}\u{9B}\u{7F}\t\\\"}"

    init() throws {
        room = try SendingRoom()
        try room.takeOneOfEach()
    }

    private func send(_ change: (inout [String: String]) -> Void) throws {
        var templates = room.settings.wording.texts
        change(&templates)
        try room.sender(at: SendingRoom.evening, wording: SendingRoom.wording(templates)).sendDue()
    }

    @Test func `control characters in the wording cannot end a line of the record`() throws {
        try send { $0["overdue.mustache"] = "{{% CONTENT_TYPE:TEXT}}Frist\n{\"key\": \"x\"}\n\(Self.forged)" }
        let raw = try String(contentsOfFile: room.record, encoding: .utf8)
        #expect(raw.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isBreaking }, "\(raw.debugDescription)")
        #expect(try room.recordedKeys().count == room.store.notices(in: [.sent]).count)
        let overdue = try room.recordLines().filter { $0["stage"] as? String == "overdue" }
        #expect(overdue.allSatisfy { $0["message"] as? String == "Frist\n{\"key\": \"x\"}\n\(Self.forged)" })
        #expect(!overdue.isEmpty)
    }

    @Test func `nor can they reach a person's terminal`() throws {
        try send { $0["overdue.mustache"] = "{{% CONTENT_TYPE:TEXT}}Frist \(Self.forged)" }
        let logs = try FileManager.default.subpathsOfDirectory(atPath: room.log).filter { $0.hasSuffix(".log") }
        for log in logs {
            let text = try String(contentsOfFile: "\(room.log)/\(log)", encoding: .utf8)
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isBreaking }, "\(text.debugDescription)")
        }
        #expect(logs.count > 2)
    }

    @Test func `signs of JSON, HTML and templates in a value stay what they are`() throws {
        let person = "m.h_s-1"
        try room.take(
            """
            {"id": "x", "case": "A.b-c_-", "event": "indsats.ivaerksat", "at": "2026-03-02", "ref": "/-._/", \
            "caseworker": "\(person)", "data": {"type": "a"}}
            """, at: "2026-05-30T10:00:00+02:00")
        try send { $0["entry.mustache"] = "{{% CONTENT_TYPE:TEXT}}<{{ref}}> & »{{case}}« {{message}}" }
        let lines = try room.recordLines().filter { $0["case"] as? String == "A.b-c_-" }
        #expect(!lines.isEmpty && lines.allSatisfy { $0["ref"] as? String == "/-._/" })
        #expect(
            try PersonLog("\(room.log)/reminders/\(person).log").entries.contains {
                $0.text.contains("</-._/> & »A.b-c_-«")
            })
    }
}

extension Unicode.Scalar {
    /// Whether some reader might take it for the end of a line, or a terminal for a command.
    fileprivate var isBreaking: Bool {
        [.control, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
    }
}
