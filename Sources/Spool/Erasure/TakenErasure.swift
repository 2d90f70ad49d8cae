package import Deadlines
import Foundation
import Glibc

/// What was taken in.
extension SpoolDirectory {
    /// Takes cases out of `done/`, where each file is an update or has one a line: those whose `case` they are. Files that arrive
    /// meanwhile cannot hold any of them.
    ///
    /// - Returns: how many files were changed or removed, and those that hold something else than updates.
    package func erase(_ cases: ErasedCases) -> (files: Int, troubles: [SpoolError]) {
        var files = 0
        let troubles = everyFile(below: "done") { (directory, name, status) throws(SpoolError) in
            guard status.isRegular else { return }
            // A crash left it.
            if name == Directory.draft { return try directory.remove(name) }
            if try TakenUpdates(name, in: directory).erase(cases) { files += 1 }
        }
        return (files, troubles)
    }
}

/// A file of `done/`.
private struct TakenUpdates {
    private let name: FileName
    private let directory: Directory
    /// Updates as they were sent, and blank lines.
    private let pieces: [ArraySlice<UInt8>]

    init(_ name: FileName, in directory: Directory) throws(SpoolError) {
        (self.name, self.directory) = (name, directory)
        let bytes = try directory.content(of: name)
        switch UpdateFormat(name: name.text) {
        case .object: pieces = [bytes[...]]
        case .lines: pieces = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        case nil: throw SpoolError("search", "\(directory.path)/\(name.text)", code: ENOTSUP)
        }
    }

    /// - Returns: whether the file held any of the cases.
    func erase(_ cases: ErasedCases) throws(SpoolError) -> Bool {
        var (kept, gone): ([ArraySlice<UInt8>], Set<CaseID>) = ([], [])
        for piece in pieces {
            let found = try caseIDs(in: piece).filter(cases.references.contains)
            if found.isEmpty { kept.append(piece) }
            gone.formUnion(found)
        }
        guard !gone.isEmpty else { return false }
        if kept.allSatisfy(isBlank) {
            try directory.remove(name)
        } else {
            let content = Array(kept.joined(separator: [UInt8(ascii: "\n")]))
            try directory.replace(try discreetName(without: gone), with: content)
        }
        try directory.sync()
        return true
    }

    /// The cases that an update is of: its own, and the one that a review has drawn.
    private func caseIDs(in piece: ArraySlice<UInt8>) throws(SpoolError) -> [CaseID] {
        if isBlank(piece) { return [] }
        guard let update = try? JSONSerialization.jsonObject(with: Data(piece)) as? [String: Any] else {
            throw SpoolError("search", "\(directory.path)/\(name.text)", code: ENOTSUP)
        }
        let names = [update["case"], (update["data"] as? [String: Any])?["sag"]]
        return names.compactMap { $0 as? String }.map { CaseID(rawValue: $0) }
    }

    private func isBlank(_ piece: ArraySlice<UInt8>) -> Bool { piece.allSatisfy { isspace(Int32($0)) != 0 } }

    /// The file's name, or another that it gets instead where it was called by one of these cases.
    private func discreetName(without cases: Set<CaseID>) throws(SpoolError) -> FileName {
        guard cases.contains(where: { name.text.contains($0.rawValue) }) else { return name }
        let new = try directory.freeName(for: FileName("erased.jsonl"))
        try directory.move(name, to: directory, as: new)
        return new
    }
}

extension Directory {
    /// Written beside a file, then put in its place; a crash leaves it there to be written over or removed.
    fileprivate static let draft = FileName(".erasing")

    /// Puts other content in a file's place.
    fileprivate func replace(_ name: FileName, with bytes: [UInt8]) throws(SpoolError) {
        let draft = try create(Directory.draft)
        try draft.write(bytes)
        try draft.sync()
        try move(Directory.draft, to: self, as: name)
    }
}
