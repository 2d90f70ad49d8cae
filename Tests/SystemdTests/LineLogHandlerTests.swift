import Foundation
import Glibc
import Logging
import Testing

@testable import Systemd

@Suite struct LineLogHandlerTests {
    @Test func `a line reads time, level, logger, message and metadata`() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            unsetenv("JOURNAL_STREAM")
            setenv("TZ", "Europe/Copenhagen", 1)
            #expect(ServiceLog.bootstrap(label: "fristd", level: .info) == .standardError)
            let logger = Logger(label: "fristd.spool")
            logger.debug("below the level")
            logger.warning("The feed is silent.", metadata: ["hours": "7", "since": "2026-05-12 01:00", "by": "a\"b"])
        }
        let line = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(line.prefixMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0[12]:00 /#) != nil, "\(line)")
        let rest = #"warning fristd.spool: The feed is silent. by="a\"b" hours=7 since="2026-05-12 01:00""#
        #expect(line.drop { $0 != " " } == " \(rest)\n")
    }

    @Test func `input cannot forge a line`() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            unsetenv("JOURNAL_STREAM")
            ServiceLog.bootstrap(label: "fristd", level: .info)
            let forged = "\n2026-01-01T00:00:00.000+01:00 critical\r\u{1B}[2K\u{2028}\u{85}\u{202E}\u{0}"
            let metadata: Logger.Metadata = [forged: .array([.string(forged)]), "n": [forged: "\n"]]
            Logger(label: forged).error("\(forged)", metadata: metadata)
        }
        let output = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(output.hasSuffix("\n"))
        let line = output.dropLast()
        let raw = line.unicodeScalars.filter { $0.properties.generalCategory == .control || $0 == "\u{202E}" }
        #expect(!line.isEmpty && raw.isEmpty && !line.contains { $0.isNewline }, "\(output.debugDescription)")
        #expect(line.contains("\\n2026-01-01T00:00:00.000+01:00 critical\\r\\u{1B}[2K\\u{2028}\\u{85}\\u{202E}\\u{0}"))
    }

    @Test(arguments: [
        (zone: "UTC", text: "2026-07-01T10:00:00.007+00:00"),
        (zone: "Europe/Copenhagen", text: "2026-07-01T12:00:00.007+02:00"),
        (zone: "America/St_Johns", text: "2026-07-01T07:30:00.007-02:30"),
    ])
    func `time is local with its offset`(zone: String, text: String) async {
        await #expect(processExitsWith: .success) { [zone = zone as String, text = text as String] in
            setenv("TZ", zone, 1)
            tzset()
            let event = LogEvent(
                level: .info, message: "x", metadata: nil, source: nil, file: "F", function: "f", line: 1)
            let handler = LineLogHandler(label: "l", level: .info)
            let line = handler.line(for: event, at: timespec(tv_sec: 1_782_900_000, tv_nsec: 7_999_999))
            #expect(line == "\(text) info l: x")
        }
    }

    @Test func `lines of many threads do not mix`() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            unsetenv("JOURNAL_STREAM")
            ServiceLog.bootstrap(label: "fristd", level: .info)
            await withTaskGroup(of: Void.self) { group in
                for letter in ["a", "b", "c", "d"] {
                    group.addTask {
                        let long = String(repeating: letter, count: 9000)
                        for _ in 0..<50 { Logger(label: "l").info("\(long)") }
                    }
                }
            }
        }
        let output = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        let messages = output.split(separator: "\n").compactMap { $0.split(separator: " ").last }
        #expect(messages.count == 200)
        #expect(messages.allSatisfy { $0.count == 9000 && Set($0).count == 1 })
    }
}
