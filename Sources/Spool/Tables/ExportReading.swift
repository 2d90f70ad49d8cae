import Deadlines
import Files
import Glibc
import Import

/// An export being taken in, over as many batches as it needs.
struct ExportReading: Sendable {
    private(set) var file: TakenFile
    private let remains: ExportRemains
    private var entries: ArraySlice<Conversion.Entry>

    /// Reads the whole export.
    ///
    /// - Throws: a refusal of the export as a whole, or why the file or the store cannot be read.
    init(
        _ taken: TakenFile, _ file: OpenFile, status: stat, rule: ExportImports.Rule, imports: ExportImports,
        reader: UpdateReader, producers: Producers, clock: WallTime, into batch: inout Batch
    ) throws {
        var taken = taken
        let (name, mapping) = (taken.entry.text, rule.mapping)
        let bytes = try file.bytes(atMost: Int(status.st_size))
        let export = ExportReader(mapping, reader: reader, vocabulary: imports.vocabulary)
        let (table, conversion) = try export.read(
            bytes, named: name, clock: clock, earlier: try imports.earlier(mapping))
        let forbidden = ExportReading.forbidden(conversion, rule, status.st_uid, producers)
        for refusal in conversion.refusals { taken.refusals.add(Refusal(refusal)) }
        for refusal in forbidden.values { taken.refusals.add(refusal) }
        var entries = conversion.entries.filter { forbidden[$0.row] == nil }
        // Of what nothing is taken, nothing is known either.
        if taken.refusals.count >= conversion.rows, conversion.rows > 0 { entries.removeAll(where: \.isReach) }
        remains = ExportRemains(table: table, mapping: mapping, entries: entries, zone: clock.zone)
        self.entries = entries[...]
        self.file = taken
        batch.imports.append(ImportedExport(file: taken.name, mapping: mapping.name, conversion: conversion))
    }

    /// The rows that hold what their producer may not send. What the import itself adds is not the work of the producer that
    /// it names; of any other it is: a row can take back what somebody else has registered.
    private static func forbidden(
        _ conversion: Conversion, _ rule: ExportImports.Rule, _ owner: UInt32, _ producers: Producers
    ) -> [Int: Refusal] {
        var forbidden: [Int: Refusal] = [:]
        for entry in conversion.entries {
            switch entry.reason {
            case .takesBack where rule.isOf(owner), .reach where rule.isOf(owner): continue
            case .new, .replaces, .follows, .takesBack, .reach:
                if let refusal = producers.refusal(of: entry.update.event, from: owner) {
                    forbidden[entry.row] = refusal.at(row: entry.row)
                }
            }
        }
        return forbidden
    }

    /// Reads updates into `batch`, about `budget` of them, and says whether more follow. A row is never divided: what
    /// takes something back and what replaces it are committed together.
    mutating func read(into batch: inout Batch, budget: inout Int) -> TakenFile.End {
        var part = file
        let index = batch.files.count
        var row: Int?
        while let entry = entries.first, budget > 0 || entry.row == row {
            entries.removeFirst()
            row = entry.row
            budget -= 1
            batch.entries.append(Batch.Entry(update: entry.update, file: index, line: entry.row))
        }
        budget = max(budget, 0)
        file.refusals = Refusals()
        part.end = entries.isEmpty ? .complete : .more
        part.export = remains
        batch.files.append(part)
        return part.end
    }
}

extension Conversion.Entry {
    /// Whether it says how far the export reaches.
    fileprivate var isReach: Bool { if case .reach = reason { true } else { false } }
}
