import Glibc
import Systemd

/// A log file read line by line, packed by gzip(1) or not.
final class LineReader {
    private let path: String
    private var file: GzipReader
    private var buffer: [UInt8] = []
    private var position = 0

    /// Opens the file at `path`.
    ///
    /// - Throws: also where it is no text, as a file that is packed in another way.
    init(_ path: String) throws(LogFileError) {
        guard let file = GzipReader(path) else { throw LogFileError(path, "opened", errno) }
        self.file = file
        self.path = path
        _ = try fill()
        guard buffer.prefix(512).allSatisfy({ $0 >= 0x20 || (0x09...0x0D).contains($0) }) else {
            throw LogFileError(path, "searched", ENOTSUP)
        }
    }

    /// Whether the file is packed.
    var isPacked: Bool { file.isPacked }

    /// The next line with its line break, which the last one may lack; nil at the end.
    func next() throws(LogFileError) -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { position = end + 1 }
                return Array(buffer[position...end])
            }
            searched = buffer.count - position
            buffer.removeSubrange(..<position)
            position = 0
            guard try fill() else {
                defer { buffer = [] }
                return buffer.isEmpty ? nil : buffer
            }
        }
    }

    private func fill() throws(LogFileError) -> Bool {
        guard let block = file.next() else { throw LogFileError(path, "unpacked", EIO) }
        buffer += block
        return !block.isEmpty
    }
}

/// The new content of a log file, packed as the old one was, which it takes the place of when it is whole and on disk.
final class LineWriter {
    private let path: String
    private let draft: String
    private let descriptor: Int32
    private let file: GzipWriter
    private var isPlaced = false

    init(replacing path: String, isPacked: Bool) throws(LogFileError) {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        // Hidden, so that nobody takes it for a log.
        draft = "\(path[...slash]).erasing"
        descriptor = open(draft, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw LogFileError(draft, "made", errno) }
        file = GzipWriter(descriptor: descriptor, packs: isPacked)
        self.path = path
    }

    deinit {
        file.close()
        close(descriptor)
        if !isPlaced { unlink(draft) }
    }

    func append(_ line: [UInt8]) throws(LogFileError) {
        guard file.append(line) else { throw LogFileError(draft, "written", EIO) }
    }

    /// Puts it in the old file's place, with its times, its rights and its group.
    ///
    /// - Returns: whether it has; not when another file has taken the name meanwhile, as when logs are rotated.
    func replace(_ old: stat) throws(LogFileError) -> Bool {
        guard file.close() else { throw LogFileError(draft, "written", EIO) }
        var times = [old.st_atim, old.st_mtim]
        // Who may read it besides is said by its group and its access list, where the file system has those.
        fchown(descriptor, old.st_uid, old.st_gid)
        AccessList.copy(from: path, to: descriptor)
        guard fchmod(descriptor, old.st_mode & 0o7777) == 0, futimens(descriptor, &times) == 0, fsync(descriptor) == 0
        else { throw LogFileError(draft, "flushed", errno) }
        var now = stat()
        guard lstat(path, &now) == 0, now.st_ino == old.st_ino, now.st_size == old.st_size else {
            return false
        }
        guard rename(draft, path) == 0 else { throw LogFileError(path, "put in place", errno) }
        isPlaced = true
        try AppendFile.flushDirectory(of: path)
        return true
    }
}
