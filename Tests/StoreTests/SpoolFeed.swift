import Configuration
import Deadlines
import Foundation
import Spool
import Store
import TestSupport
import Testing

/// A spool and a store, and what the daemon does between them.
struct SpoolFeed {
    let store: Store
    private let directory: TemporaryDirectory
    private let spool: SpoolDirectory
    private let settings: Settings
    private let reader: UpdateReader

    init(_ settings: Settings) throws {
        self.settings = settings
        directory = try TemporaryDirectory()
        store = try Store(directory: directory.path)
        spool = SpoolDirectory(path: "\(directory.path)/spool")
        try spool.prepare()
        reader = UpdateReader(vocabulary: settings.law.vocabulary, rules: settings.law.ruleNames)
    }

    /// Puts the updates into files, each into one or more of them, in any order.
    func put(_ updates: [Update], _ seed: inout Seed) throws {
        let count = Int.random(in: 1...8, using: &seed)
        var files = [[String]](repeating: [], count: count)
        for update in updates {
            let line = try update.line(in: settings.calendar.zone)
            repeat { files[Int.random(in: 0..<count, using: &seed)].append(line) } while seed.once(in: 4)
        }
        // They are read by name.
        for (name, file) in zip((1...count).shuffled(using: &seed), files) where !file.isEmpty {
            let ending = file.count == 1 && seed.once(in: 2) ? "json" : "jsonl"
            let lines = file.shuffled(using: &seed).joined(separator: "\n")
            try write("\(name).\(ending)", lines)
        }
    }

    private func write(_ name: String, _ text: String) throws {
        let path = "\(spool.incomingPath)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        // Long enough ago that its writer has finished.
        let written: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: -3600)]
        try FileManager.default.setAttributes(written, ofItemAtPath: path)
    }

    /// Takes in everything that waits, batch by batch.
    func takeAll(at now: Instant, _ seed: inout Seed) throws {
        let time = WallTime(now: now, zone: settings.calendar.zone)
        var intake = Intake(spool: spool, reader: reader)
        var settler = Settler(spool: spool)
        try store.reckonChanged(at: now, using: settings.reckoner())
        try intake.look()
        let limit = seed.one(of: [10, 50, 500])
        while let batch = intake.next(limit: limit, clock: time) {
            let verdicts = try store.take(batch.entries.map(\.update), at: now, using: settings.reckoner())
            let settlement = try settler.settle(batch, at: time)
            let refused = settlement.rejected.flatMap(\.refusals.reasons).map(\.description)
            try #require(batch.troubles.isEmpty && settlement.troubles.isEmpty && refused.isEmpty, "\(refused)")
            try #require(!verdicts.contains(.conflict), "\(seed.advice)")
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: spool.incomingPath)
        try #require(left.isEmpty, "\(seed.advice): \(left)")
    }
}
