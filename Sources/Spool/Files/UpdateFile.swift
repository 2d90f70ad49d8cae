package import Deadlines
package import Files
import Glibc

/// One line of a file of updates, and what it holds.
package struct UpdateLine: Sendable {
    /// The line of the file, from 1.
    package let number: Int
    /// The line as it was, without its line break; empty when it is over 64 KiB.
    package let bytes: [UInt8]
    /// The update, or why there is none.
    package let result: Result<Update, Refusal>
}

/// A file of updates that is only read: for analysis and for checking before it is sent.
///
/// `.json` holds exactly one object, any other ending one object a line; blank lines, carriage returns and a byte
/// order mark at the start are tolerated, and the last line may lack its line break (spec §3).
package struct UpdateFile {
    /// The largest file read, in bytes (spec §3: 64 MiB).
    package static let largest = 64 * 1024 * 1024

    /// The path that stands for standard input.
    package static let standardInput = "/dev/stdin"

    private var stream: UpdateStream
    private let clock: WallTime?
    private let isTooLarge: Bool
    private var isDone = false

    /// Opens the file at `path`, which may be a pipe, or ``standardInput``.
    ///
    /// - Parameters:
    ///   - path: the file; symbolic links are followed.
    ///   - reader: what the updates are read by.
    ///   - clock: the clock that `at` is held against; nil when it may lie in the future.
    /// - Throws: when the file cannot be opened or is a directory.
    package init(path: String, reader: UpdateReader, clock: WallTime? = nil) throws(FileError) {
        // Opened anew it would be another's file: a pipe made before this program became another user.
        let isInput = path == UpdateFile.standardInput
        let file = try isInput ? OpenFile(duplicating: STDIN_FILENO, path: path) : OpenFile(path)
        let status = try file.status()
        if status.isDirectory { throw FileError("read", path, code: EISDIR) }
        isTooLarge = status.st_size > UpdateFile.largest
        let size = status.isRegular ? Int(status.st_size) : Int.max
        let format = UpdateFormat(name: path) ?? .lines
        stream = UpdateStream(file, size: size, format: format, reader: reader, keepsBytes: true)
        self.clock = clock
    }

    /// The next lines, at most `limit`; none at the end of the file.
    ///
    /// A file over 64 MiB gives one line, its refusal.
    /// - Throws: when the file cannot be read further.
    package mutating func next(_ limit: Int) throws(FileError) -> [UpdateLine] {
        if isTooLarge {
            defer { isDone = true }
            return isDone ? [] : [UpdateLine(number: 1, bytes: [], result: .failure(.tooLarge))]
        }
        var lines: [UpdateLine] = []
        while lines.count < limit, let (number, result) = try stream.next(clock: clock) {
            lines.append(UpdateLine(number: number, bytes: stream.bytes, result: result))
        }
        return lines
    }

    /// Calls `body` with all lines, at most `count` at a time.
    ///
    /// - Throws: what `body` throws, and `FileError` when the file cannot be read further.
    package mutating func eachSlice(of count: Int, _ body: ([UpdateLine]) throws -> Void) throws {
        while case let lines = try next(count), !lines.isEmpty { try body(lines) }
    }

    /// The files that `paths` name: each file itself, and for each directory its `*.json` and `*.jsonl`, sorted by
    /// name, those starting with `.` left out.
    ///
    /// - Throws: when a path does not exist or a directory cannot be listed.
    package static func paths(_ paths: [String]) throws(FileError) -> [String] {
        var files: [String] = []
        for path in paths {
            guard let status = stat(of: path) else { throw FileError("opened", path) }
            if status.isDirectory {
                let names = try Directory(path: path).entries().map(\.name).sorted()
                files += names.filter { UpdateFormat(name: $0.text) != nil }.map { "\(path)/\($0.text)" }
            } else {
                files.append(path)
            }
        }
        return files
    }
}
