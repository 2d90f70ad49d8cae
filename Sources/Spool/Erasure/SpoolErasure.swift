import Deadlines
import Foundation
import Glibc

/// Takes cases out of what the spool keeps: `done/` and `rejected/`. Lines of other cases stay as they are.
public struct SpoolErasure {
    private let spool: SpoolDirectory
    let mentions: CaseMentions
    /// How many files it has changed or removed.
    public private(set) var files = 0
    /// What could not be looked through.
    public private(set) var troubles: [SpoolError] = []

    /// Written beside a file, then put in its place; a crash leaves it there to be written over or removed.
    private static let draft = FileName(".erasing")

    /// An erasure of what `mentions` finds.
    public init(spool: SpoolDirectory, mentions: CaseMentions) {
        self.spool = spool
        self.mentions = mentions
    }

    /// Looks through every file. Those that arrive meanwhile cannot hold such a case any more.
    public mutating func run() {
        attempt { (erasure) throws(SpoolError) in
            let root = try Directory(path: erasure.spool.path)
            let done = try root.directory("done", mode: 0o750)
            for day in try done.entries().map(\.name).sorted() {
                guard try done.status(of: day).map({ $0.st_mode & S_IFMT == S_IFDIR }) ?? false else { continue }
                erasure.eraseDone(try done.directory(day.text, mode: 0o750))
            }
            erasure.eraseRejected(try root.directory("rejected", mode: 0o750))
        }
    }

    mutating func attempt(_ body: (inout SpoolErasure) throws(SpoolError) -> Void) {
        do throws(SpoolError) { try body(&self) } catch { troubles.append(error) }
    }

    mutating func eachFile(
        of directory: Directory, _ body: (inout SpoolErasure, FileName) throws(SpoolError) -> Void
    ) {
        attempt { (erasure) throws(SpoolError) in
            if try directory.status(of: Self.draft) != nil { try directory.remove(Self.draft) }
            let files = erasure.files
            for entry in try directory.entries() where entry.isRegular ?? true {
                erasure.attempt { (erasure) throws(SpoolError) in try body(&erasure, entry.name) }
            }
            if erasure.files > files { try directory.sync() }
        }
    }

    private mutating func eraseDone(_ directory: Directory) {
        eachFile(of: directory) { (erasure, name) throws(SpoolError) in
            let bytes = try directory.content(of: name)
            guard erasure.concerns(bytes, name) else { return }
            let kept = erasure.parts(of: bytes, name).filter { !erasure.holds($0) }.joined()
            try erasure.put(Array(kept), in: directory, name, instead: bytes, as: erasure.discreet(name))
        }
    }

    /// Whether the file may hold such a case: by its name, by its words, or by what escapes may hide.
    func concerns(_ bytes: [UInt8], _ name: FileName) -> Bool {
        mentions.appear(inName: name.text) || bytes.contains(UInt8(ascii: "\\")) || mentions.appear(in: bytes)
            || mentions.hasPlain
    }

    /// Whether the line, or the object, which was taken in, is of such a case.
    private func holds(_ line: some Sequence<UInt8>) -> Bool {
        let bytes = Array(line)
        let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        if let reference = object?["case"] as? String { return mentions.isErased(reference) }
        return mentions.appear(in: bytes)
    }

    /// What is kept or goes for itself: a line with its line break, a row of a table, or an object as a whole.
    func parts(of bytes: [UInt8], _ name: FileName) -> [ArraySlice<UInt8>] {
        let format = UpdateFormat(name: name.text)
        if format == .object { return bytes.isEmpty ? [] : [bytes[...]] }
        var parts: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        var isQuoted = false
        for index in bytes.indices {
            // In a table a cell may be of several lines.
            if format == nil, bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard bytes[index] == UInt8(ascii: "\n"), !isQuoted else { continue }
            parts.append(bytes[start...index])
            start = index + 1
        }
        return start == bytes.endIndex ? parts : parts + [bytes[start...]]
    }

    /// Puts what is kept in the place of the file, under a name that speaks of no such case; a file of which nothing is kept
    /// goes.
    mutating func put(
        _ kept: [UInt8], in directory: Directory, _ name: FileName, instead bytes: [UInt8], as newName: FileName
    ) throws(SpoolError) {
        guard kept != bytes || newName != name else { return }
        files += 1
        if kept.isEmpty { return try directory.remove(name) }
        guard let status = try directory.status(of: name) else { return }
        let draft = try directory.create(Self.draft)
        try draft.write(kept)
        // It is still the file of that day.
        var times = [status.st_atim, status.st_mtim]
        guard fchmod(draft.descriptor, status.st_mode & 0o7777) == 0, futimens(draft.descriptor, &times) == 0 else {
            throw SpoolError("write", draft.path)
        }
        try draft.sync()
        try directory.move(Self.draft, to: directory, as: newName)
        if newName != name { try directory.remove(name) }
    }

    /// The name, or another in its place where it speaks of such a case; different names stay different.
    func discreet(_ name: FileName) -> FileName {
        guard mentions.appear(inName: name.text) else { return name }
        let ending = ["json", "jsonl"].first { name.text.hasSuffix(".\($0)") } ?? "csv"
        return FileName("erased-\(CaseTrace.of(CaseID(rawValue: name.text), salt: "").prefix(12)).\(ending)")
    }
}
