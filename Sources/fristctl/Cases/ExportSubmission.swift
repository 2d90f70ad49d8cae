import Configuration
import Deadlines
import Foundation
import Import
import Rules
import Spool
import Store

/// Exports read by a mapping, one after the other, as the daemon would read them.
struct ExportSubmission {
    /// What one export came to.
    struct Export {
        let file: String
        let conversion: Conversion
    }

    let settings: ProducersSettings
    let mapping: Mapping
    /// The exports, in the order given.
    private(set) var exports: [Export] = []
    /// What is wrong: file, row, column and reason.
    private(set) var refusals: [String] = []

    /// Reads `files`.
    ///
    /// - Throws: a `Failure`, when the mapping is wrong, a file cannot be read or the store cannot be asked.
    init(_ files: [String], mapping file: String, reaches: Instant?, _ settings: ProducersSettings) throws {
        self.settings = settings
        mapping = try ImportReader.mapping(at: file, under: settings.law)
        let law = settings.law
        let reader = UpdateReader(vocabulary: law.vocabulary, rules: law.ruleNames)
        let clock = WallTime(now: StoreAccess.now(settings.directories), zone: settings.calendar.zone)
        let export = ExportReader(mapping, reader: reader, vocabulary: law.vocabulary)
        var earlier = try earlierUpdates()
        for file in files {
            var progress: Progress?
            do throws(Refusal) {
                let name = (file as NSString).lastPathComponent
                let (_, conversion) = try export.read(
                    try bytes(of: file), named: name, reaches: reaches, clock: clock, earlier: earlier
                ) { rows, all in
                    let bar = progress ?? Progress(.steps(all), label: "converting rows")
                    progress = bar
                    bar.advance(to: rows)
                }
                exports.append(Export(file: file, conversion: conversion))
                refusals += conversion.refusals.map { "\(file): \(Refusal($0))" }
                earlier = earlier.adding(
                    conversion.entries.map(\.update), takenBackBy: law.vocabulary.kinds(meaning: .takesBack))
            } catch { refusals.append("\(file): \(error)") }
        }
    }

    /// The lines to hand in.
    var lines: [[UInt8]] {
        exports.flatMap(\.conversion.entries).map { Array($0.update.inputLine(in: settings.calendar.zone).utf8) }
    }

    private func bytes(of file: String) throws(Refusal) -> [UInt8] {
        do { return try ExportReader.bytes(of: file) } catch let refusal as Refusal { throw refusal } catch {
            throw Refusal(wrong: "\(error)", right: "name a file that can be read")
        }
    }

    /// What the store has of this mapping; nothing before the daemon's first start.
    private func earlierUpdates() throws -> EarlierUpdates {
        let directory = settings.directories.state
        let files = FileManager.default
        guard files.fileExists(atPath: "\(directory)/\(Store.fileName)") else {
            let isLocked = files.fileExists(atPath: directory) && !files.isReadableFile(atPath: directory)
            if !isLocked || mapping.mode == .events { return .none }
            throw Failure(
                .failed,
                [
                    "\(directory) cannot be looked into, and an export is compared with what was said before; "
                        + "be in the group \(settings.unit.group), or put the export into the spool"
                ])
        }
        let store = try StoreAccess.open(settings.directories, of: settings.unit)
        let (prefix, kinds) = (mapping.prefix, settings.law.vocabulary.kinds(meaning: .takesBack))
        let (own, takingBack) = try Progress(.timed, label: "reading what was said before").watch {
            try store.updates(idPrefix: prefix, takingBack: kinds)
        }
        return EarlierUpdates(own: own, takingBack: takingBack)
    }
}
