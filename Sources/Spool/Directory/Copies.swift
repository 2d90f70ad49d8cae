/// Divides a file of which something is refused: its good lines to `done/`, the refused ones, masked, to `rejected/`.
struct Copies {
    /// What is written before it has its name; one at a time.
    private static let draft = FileName(".draft")
    private static let reportDraft = FileName(".draft.reason.json")

    let room: SettlingRoom
    let time: WallTime

    /// Writes the copies and the report, all on disk when this returns but for the directories' entries.
    ///
    /// What a settlement of the same file wrote before a crash is recognised and left as it is.
    /// - Returns: the name in `rejected/`, or nil when the file has changed since it was read.
    func write(_ file: TakenFile, _ refusals: Refusals) throws(SpoolError) -> FileName? {
        guard let source = try reopen(file) else { return nil }
        let holdsGood = try divide(source, file, refusals)
        if holdsGood {
            let good = Placement(directory: room.done, parts: [.content(Copies.draft, in: room.done)])
            _ = try good.place(file.entry.kept)
        } else {
            try room.done.remove(Copies.draft)
        }
        let refused = try Placement(
            directory: room.rejected, parts: [.content(Copies.draft, in: room.rejected), report(file, refusals)])
        return try refused.place(file.entry.kept)
    }

    /// Writes the report of a file that is moved as it is, and says under which name it must go.
    func writeReport(_ file: TakenFile, _ refusals: Refusals) throws(SpoolError) -> FileName {
        let refused = try Placement(directory: room.rejected, parts: [.reserved, report(file, refusals)])
        return try refused.place(file.entry.kept)
    }

    private func reopen(_ file: TakenFile) throws(SpoolError) -> OpenFile? {
        guard try file.directory.status(of: file.entry).map(FileIdentity.init) == file.identity else { return nil }
        let source = try file.directory.open(file.entry)
        return FileIdentity(try source.status()) == file.identity ? source : nil
    }

    /// Writes the drafts, and says whether any line is good.
    private func divide(_ source: OpenFile, _ file: TakenFile, _ refusals: Refusals) throws(SpoolError) -> Bool {
        var good = LineWriter(try room.done.create(Copies.draft))
        var refused = LineWriter(try room.rejected.create(Copies.draft))
        let refusesAll = refusals.isWhole || UpdateFormat(name: file.entry.text) != .lines
        var pieces = LinePieces(source, size: min(file.identity.size, UpdateFile.largest))
        while let piece = try pieces.next() {
            let lineBreak = piece.ends ? [UInt8(ascii: "\n")] : []
            if refusesAll || refusals.contains(piece.line) {
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
    private func report(_ file: TakenFile, _ refusals: Refusals) throws(SpoolError) -> Placement.Part {
        let report = RefusalReport(file, refusals, at: time)
        var writer = LineWriter(try room.rejected.create(Copies.reportDraft))
        try writer.append(report.encoded())
        try writer.finish()
        let directory = room.rejected
        return Placement.Part(draft: Copies.reportDraft, ending: FileName.reportEnding) { (name) throws(SpoolError) in
            RefusalReport(try directory.content(of: name)).map(report.isSame) ?? false
        }
    }
}
