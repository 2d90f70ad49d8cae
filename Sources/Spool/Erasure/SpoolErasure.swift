package import Deadlines
import Foundation
import Glibc

/// Takes cases out of what the spool keeps: `done/` and `rejected/`, and what lies in `incoming/` and is never read. Lines of
/// other cases stay as they are.
package struct SpoolErasure {
    private let spool: SpoolDirectory
    let mentions: CaseMentions
    /// How many files it has changed or removed.
    package internal(set) var files = 0
    /// What could not be looked through.
    package private(set) var troubles: [SpoolError] = []

    /// How deep directories in others are searched.
    private static let deepest = 16

    /// Written beside a file, then put in its place; a crash leaves it there to be written over or removed.
    private static let draft = FileName(".erasing")

    /// An erasure of what `mentions` finds.
    package init(spool: SpoolDirectory, mentions: CaseMentions) {
        self.spool = spool
        self.mentions = mentions
    }

    /// Looks through every file. Those that arrive meanwhile cannot hold such a case any more.
    package mutating func run() { run(now: Rest.now()) }

    /// - Parameter now: milliseconds since 1970.
    mutating func run(now: Int64) {
        attempt { (erasure) throws(SpoolError) in
            let root = try Directory(path: erasure.spool.path)
            erasure.eraseDone(try root.directory("done", mode: 0o750))
            erasure.eraseRejected(try root.directory("rejected", mode: 0o750))
            erasure.eraseLeft(in: try erasure.spool.incoming(), now: now)
        }
    }

    mutating func attempt(_ body: (inout SpoolErasure) throws(SpoolError) -> Void) {
        do throws(SpoolError) { try body(&self) } catch { troubles.append(error) }
    }

    /// Regular files of the directory and those in it.
    mutating func eachFile(
        of directory: Directory, depth: Int = 0,
        _ body: (inout SpoolErasure, Directory, FileName) throws(SpoolError) -> Void
    ) {
        attempt { (erasure) throws(SpoolError) in
            if try directory.status(of: Self.draft) != nil { try directory.remove(Self.draft) }
            let files = erasure.files
            for name in try directory.entries(withHidden: true).map(\.name).sorted() {
                erasure.attempt { (erasure) throws(SpoolError) in
                    guard let status = try directory.status(of: name) else { return }
                    switch status.st_mode & S_IFMT {
                    case S_IFREG: try body(&erasure, directory, name)
                    case S_IFDIR:
                        guard depth < Self.deepest else {
                            throw SpoolError("search so deep in", directory.path, code: ENOTSUP)
                        }
                        erasure.eachFile(of: try directory.child(name), depth: depth + 1, body)
                    default: try erasure.eraseUnlike(name, status, in: directory)
                    }
                }
            }
            if erasure.files > files { try directory.sync() }
        }
    }

    /// Removes a link, a device or a FIFO that is called by the case, or leads to what is.
    private mutating func eraseUnlike(_ name: FileName, _ status: stat, in directory: Directory) throws(SpoolError) {
        let target = status.st_mode & S_IFMT == S_IFLNK ? try directory.target(of: name) : []
        guard mentions.appear(inName: name.text) || mentions.mayAppear(inRefused: target) else { return }
        try directory.remove(name)
        files += 1
    }

    private mutating func eraseDone(_ directory: Directory) {
        eachFile(of: directory) { (erasure, directory, name) throws(SpoolError) in
            let bytes = try directory.content(of: name)
            guard PackedForm(beginning: bytes) == nil else {
                throw SpoolError("search", "\(directory.path)/\(name.text)", code: ENOTSUP)
            }
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
