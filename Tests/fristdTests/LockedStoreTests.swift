import Foundation
import TestSupport
import Testing

/// A store that cannot be written for a while.
@Suite struct LockedStoreTests {
    /// Held by another program, as by a backup that takes its time.
    private final class Lock {
        private let process = Process()
        private let input = Pipe()

        init(_ path: String) throws {
            let output = Pipe()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            // The daemon may be writing at this moment.
            process.arguments = ["sqlite3", "-cmd", ".timeout 20000", path]
            (process.standardInput, process.standardOutput) = (input, output)
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: Data("BEGIN IMMEDIATE; SELECT 'held';\n".utf8))
            #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "held\n")
        }

        func release() throws {
            try input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
    }

    @Test func `the lines of a batch that could not be taken are taken later, each once`() throws {
        let configuration = try ScratchConfiguration()
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-01T12:00:00+02:00")
        let lock = try Lock("\(configuration.state)/fristd.sqlite")
        // More than one batch, with a line to refuse in the first.
        let lines = (1...1200).map { Lines.measure("u\($0)", of: "c\($0)", at: $0 == 7 ? "2026-02-30" : "2026-03-02") }
        try configuration.put("a.jsonl", lines.joined())
        try daemon.awaitLog("updates could not be taken in; trying again in 10 seconds")
        try lock.release()
        try configuration.awaitEmptySpool()
        let cases = Set(try fristctl(configuration, "deadlines", "--json").rows().compactMap { $0["case"] as? String })
        #expect(cases.count == 1199)
        let report = try String(
            contentsOfFile: configuration.path("spool/rejected/a.jsonl.reason.json"), encoding: .utf8)
        #expect(report.contains(#""count" : 1,"#), "\(report)")
    }
}
