package import Deadlines
package import Files
import Foundation
import Glibc

/// What was taken in.
extension SpoolDirectory {
    /// Takes cases out of `done/`, where each file is an update or has one a line: those whose `case` they are. Files that arrive
    /// meanwhile cannot hold any of them.
    ///
    /// - Returns: how many files were changed or removed, and those that hold something else than updates.
    package func erase(_ cases: ErasedCases) -> (files: Int, troubles: [FileError]) {
        var files = 0
        let troubles = eachFile(below: "done") { (directory, name, status) throws(FileError) in
            guard status.isRegular else { return }
            // A crash left it.
            if name == TakenUpdates.draft { return try directory.remove(name) }
            if try TakenUpdates(name, in: directory).erase(cases) { files += 1 }
        }
        return (files, troubles)
    }
}

/// A file of `done/`.
private struct TakenUpdates {
    /// What is written beside it, to take its place.
    static let draft = FileName(".erasing")

    private let name: FileName
    private let directory: Directory
    /// Updates as they were sent, and blank lines.
    private let pieces: [ArraySlice<UInt8>]

    init(_ name: FileName, in directory: Directory) throws(FileError) {
        (self.name, self.directory) = (name, directory)
        let bytes = try directory.content(of: name)
        switch UpdateFormat(name: name.text) {
        case .object: pieces = [bytes[...]]
        case .lines: pieces = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        case nil: throw FileError("searched", directory.path(of: name), code: ENOTSUP)
        }
    }

    /// - Returns: whether the file held any of the cases.
    func erase(_ cases: ErasedCases) throws(FileError) -> Bool {
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
            let path = directory.path(of: try discreetName(without: gone))
            let draft = try Draft(of: path, as: directory.path(of: TakenUpdates.draft))
            try draft.file.write(Array(kept.joined(separator: [UInt8(ascii: "\n")])))
            try draft.place()
        }
        try directory.sync()
        return true
    }

    /// The cases that an update is of: its own, and the one that a review has drawn.
    private func caseIDs(in piece: ArraySlice<UInt8>) throws(FileError) -> [CaseID] {
        if isBlank(piece) { return [] }
        guard let update = try? JSONSerialization.jsonObject(with: Data(piece)) as? [String: Any] else {
            throw FileError("searched", directory.path(of: name), code: ENOTSUP)
        }
        let names = [update["case"], (update["data"] as? [String: Any])?["sag"]]
        return names.compactMap { $0 as? String }.map { CaseID(rawValue: $0) }
    }

    private func isBlank(_ piece: ArraySlice<UInt8>) -> Bool { piece.allSatisfy { isspace(Int32($0)) != 0 } }

    /// The file's name, or another that it gets instead where it was called by one of these cases.
    private func discreetName(without cases: Set<CaseID>) throws(FileError) -> FileName {
        guard cases.contains(where: { name.text.contains($0.rawValue) }) else { return name }
        let new = try directory.freeName(for: FileName("erased.jsonl"))
        try directory.move(name, to: directory, as: new)
        return new
    }
}
