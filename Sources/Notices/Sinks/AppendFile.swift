import Glibc
import Systemd

/// A log file that grows at its end: each write is whole and on disk when it returns.
final class AppendFile {
    /// Where it is.
    let path: String
    private var descriptor: Int32

    /// Opens the file, and makes it where there is none.
    ///
    /// - Throws: ``LogFileError``.
    init(path: String) throws(LogFileError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw LogFileError(path, "opened", errno) }
        // The file's own fsync does not make its name durable.
        try AppendFile.flushDirectory(of: path)
    }

    deinit {
        close(descriptor)
    }

    /// Appends `text` and flushes it to disk.
    ///
    /// - Throws: ``LogFileError``; what was written of the text is taken away again.
    func append(_ text: String) throws(LogFileError) {
        let before = try size()
        do throws(LogFileError) {
            if let code = WholeWrite.write(Array(text.utf8), to: descriptor) {
                throw LogFileError(path, "written", code)
            }
            guard fdatasync(descriptor) == 0 else { throw LogFileError(path, "flushed", errno) }
        } catch {
            ftruncate(descriptor, off_t(before))
            throw error
        }
    }

    /// Cuts off what a crash left half written: everything after the last complete line that `isEnd` accepts.
    func cutTornEnd(where isEnd: (String) -> Bool) throws(LogFileError) {
        // Mostly the end is whole, and a glance tells.
        for length in [1 << 12, 1 << 20] {
            let bytes = try tail(length)
            let start = try size() - bytes.count
            if let end = AppendFile.end(of: bytes, where: isEnd) {
                if end < bytes.count { try truncate(to: start + end) }
                return
            }
            if start == 0 {
                if !bytes.isEmpty { try truncate(to: 0) }
                return
            }
        }
    }

    /// Where the last complete line ends that `isEnd` accepts.
    private static func end(of bytes: [UInt8], where isEnd: (String) -> Bool) -> Int? {
        let newline = UInt8(ascii: "\n")
        var end = bytes.endIndex
        while let last = bytes[..<end].lastIndex(of: newline) {
            let first = bytes[..<last].lastIndex(of: newline).map { $0 + 1 } ?? bytes.startIndex
            if isEnd(String(decoding: bytes[first..<last], as: UTF8.self)) { return last + 1 }
            end = last
        }
        return nil
    }

    private func truncate(to length: Int) throws(LogFileError) {
        guard ftruncate(descriptor, off_t(length)) == 0, fsync(descriptor) == 0 else {
            throw LogFileError(path, "shortened", errno)
        }
    }

    /// The last `length` bytes, or all where there are fewer.
    private func tail(_ length: Int) throws(LogFileError) -> [UInt8] {
        let size = try size()
        let start = max(0, size - length)
        var bytes = [UInt8](repeating: 0, count: size - start)
        var filled = 0
        while filled < bytes.count {
            let count = bytes[filled...].withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress, $0.count, off_t(start + filled))
            }
            guard count > 0 else { throw LogFileError(path, "read", count == 0 ? EIO : errno) }
            filled += count
        }
        return bytes
    }

    private func size() throws(LogFileError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw LogFileError(path, "examined", errno) }
        return Int(status.st_size)
    }

    static func flushDirectory(of path: String) throws(LogFileError) {
        let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LogFileError(directory, "opened", errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw LogFileError(directory, "flushed", errno) }
    }
}

/// A log file that cannot be used.
package struct LogFileError: Error, CustomStringConvertible {
    private let path: String
    private let doing: String
    private let code: Int32

    init(_ path: String, _ doing: String, _ code: Int32) {
        self.path = path
        self.doing = doing
        self.code = code
    }

    /// One sentence that says what to do.
    package var description: String {
        let advice =
            code == ENOTSUP
            ? "pack it by gzip or not at all, move it away, or remove it"
            : "check the disk and the rights of its directory"
        return "\(path) cannot be \(doing) (\(String(cString: strerror(code)))); \(advice)"
    }
}
