import Files
import SwiftGlibc

/// Moves drafts to their names in a directory, without displacing anything and without keeping the same thing twice.
struct Placement {
    /// One of the entries that share a name.
    struct Part {
        /// Where it is written so far; nil when the name is only to be kept free for it.
        let draft: FileName?
        /// What is added to the name.
        let ending: String
        /// Whether what already has the name is the same thing, written before a crash.
        let isSame: (FileName) throws(FileError) -> Bool

        /// A name to be kept free.
        static var reserved: Part { Part(draft: nil, ending: "") { _ in false } }

        /// A draft that is the same as what holds the same bytes.
        static func content(_ draft: FileName, in drafts: Directory, for directory: Directory) -> Part {
            Part(draft: draft, ending: "") { (name) throws(FileError) in
                try directory.hasSameContent(name, as: draft, in: drafts)
            }
        }
    }

    private enum State {
        case free, same, other
    }

    /// Where the drafts are.
    let drafts: Directory
    let directory: Directory
    let parts: [Part]

    /// Moves the drafts to `name`, or to the first of its numbered forms that is free for all of them.
    ///
    /// - Returns: the name they got, without endings.
    func place(_ name: FileName) throws(FileError) -> FileName {
        let numbered = { (number: Int) in name.numbered(number, before: FileName.reportEnding) }
        var number = try Directory.firstFree { (number) throws(FileError) in try state(numbered(number)) == .free }
        if number > 0, try state(numbered(number - 1)) == .same { number -= 1 }
        for part in parts {
            guard let draft = part.draft else { continue }
            let target = FileName(numbered(number).text + part.ending)
            if try directory.status(of: target) == nil {
                try drafts.move(draft, to: directory, as: target)
            } else {
                try drafts.remove(draft)
            }
        }
        return numbered(number)
    }

    /// Free when nothing has the name, the same when all that has it is what would be placed.
    private func state(_ name: FileName) throws(FileError) -> State {
        var state = State.free
        for part in parts {
            let target = FileName(name.text + part.ending)
            guard try directory.status(of: target) != nil else { continue }
            guard try part.isSame(target) else { return .other }
            state = .same
        }
        return state
    }
}

extension Directory {
    /// Whether two regular files hold the same bytes: `name` here and `draft` in `drafts`.
    func hasSameContent(_ name: FileName, as draft: FileName, in drafts: Directory) throws(FileError) -> Bool {
        guard let one = try status(of: name), let other = try drafts.status(of: draft),
            one.isRegular, other.isRegular, one.st_size == other.st_size
        else { return false }
        let (left, right) = (try open(name), try drafts.open(draft))
        var (bytes, others) = ([UInt8](repeating: 0, count: 65_536), [UInt8](repeating: 0, count: 65_536))
        while true {
            let count = try left.read(into: &bytes, 0..<bytes.count)
            guard try right.read(into: &others, 0..<others.count) == count, bytes == others else { return false }
            if count == 0 { return true }
        }
    }

    /// All bytes of a regular file; none of anything else.
    func content(of name: FileName) throws(FileError) -> [UInt8] {
        guard let status = try status(of: name), status.isRegular else { return [] }
        return try open(name).bytes(atMost: status.st_size)
    }
}
