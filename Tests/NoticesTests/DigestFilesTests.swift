import Deadlines
import Figures
import Files
import Foundation
import TestSupport
import Testing

@testable import Notices

/// Digests on disk.
@Suite struct DigestFilesTests {
    private let directory: TemporaryDirectory
    private let files: DigestFiles
    private let period: DigestPeriod
    private let person = PersonID(rawValue: "tln")
    private let forms = DigestForms(text: "tekst\n", json: .object([("a", .number(1))]), page: "<p>side</p>\n")

    init() throws {
        directory = try TemporaryDirectory()
        files = DigestFiles(logDirectory: directory.path)
        period = DigestPeriod(.week, containing: try #require(LocalDate("2026-05-12")))
    }

    private func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: "\(directory.path)/digests").sorted()
    }

    @Test func `three files, whole, and known to be there`() throws {
        #expect(!files.isWritten(period, for: person))
        try files.write(forms, of: period, for: person)
        #expect(files.isWritten(period, for: person) && !files.isWritten(period.next, for: person))
        let paths = ["html", "json", "txt"].map { "tln/2026-W20.\($0)" }
        #expect(try names() == ["tln"] + paths)
        let texts = try paths.map { try String(contentsOfFile: "\(directory.path)/digests/\($0)", encoding: .utf8) }
        #expect(texts == ["<p>side</p>\n", "{\"a\": 1}\n", "tekst\n"])
    }

    /// A crash can come after any of them.
    @Test(arguments: [[], ["txt"], ["txt", "html"], ["txt.new"], ["txt", "html", "json.new"]])
    func `what a crash left is not a digest, and is replaced`(left: [String]) throws {
        try FileManager.default.createDirectory(
            atPath: "\(directory.path)/digests/tln", withIntermediateDirectories: true)
        for form in left {
            try "torn".write(
                toFile: "\(directory.path)/digests/tln/2026-W20.\(form)", atomically: false, encoding: .utf8)
        }
        #expect(!files.isWritten(period, for: person))
        try files.write(forms, of: period, for: person)
        #expect(files.isWritten(period, for: person))
        #expect(try names().filter { $0.hasSuffix(".new") } == [])
        for name in try names() where name.hasPrefix("tln/") {
            let text = try String(contentsOfFile: "\(directory.path)/digests/\(name)", encoding: .utf8)
            #expect(!text.contains("torn"), "\(name)")
        }
    }

    @Test func `a directory that cannot be written is told by its name`() throws {
        try "no directory".write(toFile: "\(directory.path)/digests", atomically: true, encoding: .utf8)
        let error = #expect(throws: FileError.self) { try files.write(forms, of: period, for: person) }
        #expect(error?.description.contains("\(directory.path)/digests") == true)
        #expect(!files.isWritten(period, for: person))
    }
}
