import Deadlines
import Foundation
import Glibc
import Testing

@testable import Spool

/// A spool in a directory of its own, which goes when the test ends.
final class TemporarySpool: Sendable {
    let spool: SpoolDirectory

    init() throws {
        let path = NSTemporaryDirectory() + "spool-" + UUID().uuidString
        spool = SpoolDirectory(path: path)
        try spool.prepare()
    }

    /// The spool another process has made.
    init(of path: String) { spool = SpoolDirectory(path: path) }

    func remove() { try? FileManager.default.removeItem(atPath: spool.path) }

    /// A path below the spool.
    func path(_ below: String) -> String { spool.path + "/" + below }

    /// Writes `content` to `incoming/` as a producer does: under a hidden name first, then renamed in.
    func send(_ name: String, _ content: String) throws {
        try Data(content.utf8).write(to: URL(fileURLWithPath: path("incoming/.sent")))
        #expect(rename(path("incoming/.sent"), path("incoming/" + name)) == 0)
    }

    /// What a file below the spool holds; nil when it is not there.
    func content(_ below: String) -> String? {
        FileManager.default.contents(atPath: path(below)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names in a directory below the spool, hidden ones and drafts left out, sorted.
    func names(_ below: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path(below))) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Everything below the spool that is a file, by path and content; drafts left out.
    func everything() -> [String: String] {
        var files: [String: String] = [:]
        for below in FileManager.default.enumerator(atPath: spool.path)?.compactMap({ $0 as? String }) ?? [] {
            guard !below.hasPrefix(".settling/."), let content = content(below) else { continue }
            files[below] = content
        }
        return files
    }

    /// An intake that reads files whatever their age.
    func intake(_ producers: Producers = Producers(), imports: ExportImports = .none) -> Intake {
        Intake(
            spool: spool, reader: Fixture.reader, producers: producers, imports: imports,
            rest: Rest(usual: 0, beingWritten: 60_000))
    }

    /// Takes everything in and settles it; `refuse` is the store's say.
    @discardableResult func takeAll(
        _ producers: Producers = Producers(), imports: ExportImports = .none, limit: Int = 100,
        refuse: (Update) -> Refusal? = { _ in nil }
    ) throws -> (updates: [String], settlements: [Settlement]) {
        var intake = intake(producers, imports: imports)
        var settler = Settler(spool: spool)
        var updates: [String] = []
        var settlements: [Settlement] = []
        try intake.look()
        while var batch = intake.next(limit: limit, clock: Fixture.noon) {
            for entry in batch.entries {
                if let refusal = refuse(entry.update) {
                    batch.refuse(entry, because: refusal)
                } else {
                    updates.append(entry.update.id.rawValue)
                }
            }
            settlements.append(try settler.settle(batch, at: Fixture.noon))
        }
        return (updates, settlements)
    }
}

/// Runs `body` with a spool of its own.
func withSpool<Result>(_ body: (TemporarySpool) throws -> Result) throws -> Result {
    let spool = try TemporarySpool()
    defer { spool.remove() }
    return try body(spool)
}
