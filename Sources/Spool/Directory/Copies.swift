import Files
import Import

/// Divides a file of which something is refused: its good lines to `done/`, the refused ones, masked, to `rejected/`.
struct Copies {
    /// What is written before it has its name, in `.settling/`; a crash leaves it there to be written over.
    private static let good = FileName(".good")
    private static let refused = FileName(".refused")
    private static let report = FileName(".report")

    let room: SettlingRoom
    let time: WallTime

    /// Writes the copies and the report, all on disk when this returns but for the directories' entries.
    ///
    /// What a settlement of the same file wrote before a crash is recognised and left as it is.
    /// - Returns: the name in `rejected/`, or nil when the file has changed since it was read.
    func write(_ file: TakenFile, _ refusals: Refusals) throws(FileError) -> FileName? {
        if case .nothing = file.keeping { return try writeReport(file, refusals) }
        guard let source = try reopen(file) else { return nil }
        if let export = file.export, !refusals.isWhole {
            try divide(export, refusals)
            try placeGood(ofExport: file)
            let kept: RefusalReport.Kept = export.undivided.isEmpty ? .all : .divided
            return try placeRefused(of: file, refusals, kept)
        }
        if case .columns(let mapping) = file.keeping {
            guard let mapping, try writeColumns(of: source, mapping, refusals) else {
                return try writeReport(file, refusals)
            }
            return try placeRefused(of: file, refusals, .columns)
        }
        if try divide(source, file, refusals) {
            _ = try place([.content(Copies.good, in: room.settling, for: room.done)], in: room.done, as: file)
        }
        return try placeRefused(of: file, refusals, .all)
    }

    private func placeRefused(
        of file: TakenFile, _ refusals: Refusals, _ kept: RefusalReport.Kept
    ) throws(FileError) -> FileName {
        let lines = Placement.Part.content(Copies.refused, in: room.settling, for: room.rejected)
        return try place([lines, report(file, refusals, kept)], in: room.rejected, as: file)
    }

    /// Writes of an export that is refused as a whole the columns that its mapping speaks of.
    ///
    /// - Returns: whether it has such columns.
    private func writeColumns(
        of source: OpenFile, _ mapping: Mapping, _ refusals: Refusals
    ) throws(FileError) -> Bool {
        let bytes = try source.bytes(atMost: UpdateFile.largest)
        guard let table = try? TableFile(bytes, format: mapping.format) else { return false }
        let export = ExportRemains(table: table, mapping: mapping, entries: [], zone: time.zone)
        guard export.hasHeader else { return false }
        var refused = LineWriter(try room.settling.create(Copies.refused))
        try export.writeRefused(refusals, to: &refused)
        try refused.finish()
        return true
    }

    /// Writes what an export came to, of which nothing is refused.
    ///
    /// - Returns: whether it was; false when the file has changed since it was read.
    func writeGood(_ file: TakenFile, _ export: ExportRemains) throws(FileError) -> Bool {
        guard try reopen(file) != nil else { return false }
        var good = LineWriter(try room.settling.create(Copies.good))
        try export.writeGood(Refusals(), to: &good)
        try good.finish()
        try placeGood(ofExport: file)
        return true
    }

    /// An export's updates are lines of JSON, whatever it was.
    private func placeGood(ofExport file: TakenFile) throws(FileError) {
        let part = Placement.Part.content(Copies.good, in: room.settling, for: room.done)
        let name = FileName(file.entry.kept.text + ".jsonl")
        _ = try Placement(drafts: room.settling, directory: room.done, parts: [part]).place(name)
    }

    private func divide(_ export: ExportRemains, _ refusals: Refusals) throws(FileError) {
        var good = LineWriter(try room.settling.create(Copies.good))
        try export.writeGood(refusals, to: &good)
        try good.finish()
        var refused = LineWriter(try room.settling.create(Copies.refused))
        try export.writeRefused(refusals, to: &refused)
        try refused.finish()
    }

    /// Writes the report of a file that is moved as it is, or of which nothing is kept, and says under which name it must go.
    func writeReport(_ file: TakenFile, _ refusals: Refusals) throws(FileError) -> FileName {
        let kept: RefusalReport.Kept = file.isCopied ? .nothing : .all
        return try place([.reserved, report(file, refusals, kept)], in: room.rejected, as: file)
    }

    private func place(
        _ parts: [Placement.Part], in directory: Directory, as file: TakenFile
    ) throws(FileError) -> FileName {
        try Placement(drafts: room.settling, directory: directory, parts: parts).place(file.entry.kept)
    }

    private func reopen(_ file: TakenFile) throws(FileError) -> OpenFile? {
        guard try file.directory.status(of: file.entry).map(FileIdentity.init) == file.identity else { return nil }
        let source = try file.directory.open(file.entry)
        return FileIdentity(try source.status()) == file.identity ? source : nil
    }

    /// Writes the drafts, and says whether any line is good.
    private func divide(_ source: OpenFile, _ file: TakenFile, _ refusals: Refusals) throws(FileError) -> Bool {
        var good = LineWriter(try room.settling.create(Copies.good))
        var refused = LineWriter(try room.settling.create(Copies.refused))
        let refusesAll = refusals.isWhole || UpdateFormat(name: file.entry.text) != .lines
        var pieces = LinePieces(source, size: min(file.identity.size, UpdateFile.largest))
        while let piece = try pieces.next() {
            let lineBreak = piece.ends ? [UInt8(ascii: "\n")] : []
            if refusals.withholds(piece.line) || refusesAll && refusals.withholdsAny {
                // So that the lines left stand where the report says.
                try refused.append((piece.begins ? Array("…".utf8) : []) + lineBreak)
            } else if refusesAll || refusals.contains(piece.line) {
                try refused.append(pieces.masked(piece) + lineBreak)
            } else if !piece.range.isEmpty {
                try good.append(pieces.withBytes(of: piece) { Array($0) } + lineBreak)
            }
        }
        try refused.finish()
        try good.finish()
        return !good.isEmpty
    }

    /// The report, drafted.
    private func report(
        _ file: TakenFile, _ refusals: Refusals, _ kept: RefusalReport.Kept
    ) throws(FileError) -> Placement.Part {
        let report = RefusalReport(file, refusals, kept, at: time)
        var writer = LineWriter(try room.settling.create(Copies.report))
        try writer.append(report.encoded())
        try writer.finish()
        let directory = room.rejected
        return Placement.Part(draft: Copies.report, ending: FileName.reportEnding) { (name) throws(FileError) in
            RefusalReport(try directory.content(of: name)).map(report.isSame) ?? false
        }
    }
}
