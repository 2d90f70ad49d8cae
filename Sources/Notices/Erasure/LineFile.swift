import CLogFiles
import Deadlines
import Glibc

/// A log file read line by line, packed by gzip(1) or not.
struct LineReader: ~Copyable {
    private let path: String
    private let file: gzFile
    private var buffer: [UInt8] = []
    private var position = 0

    init(_ path: String) throws(LogFileError) {
        guard let file = gzopen(path, "rbe") else { throw LogFileError(path, "opened", errno) }
        gzbuffer(file, 1 << 17)
        self.file = file
        self.path = path
    }

    deinit { gzclose(file) }

    /// Whether the file is packed; known when something has been read.
    var isPacked: Bool { gzdirect(file) == 0 }

    /// The next line with its line break, which the last one may lack; nil at the end.
    mutating func next() throws(LogFileError) -> [UInt8]? {
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

    private mutating func fill() throws(LogFileError) -> Bool {
        var block = [UInt8](repeating: 0, count: 1 << 17)
        let count = gzread(file, &block, UInt32(block.count))
        // A packed file that is cut off or damaged.
        guard count >= 0 else { throw LogFileError(path, "unpacked", EIO) }
        if count == 0 {
            var code: Int32 = 0
            gzerror(file, &code)
            guard code == Z_OK || code == Z_STREAM_END else { throw LogFileError(path, "unpacked", EIO) }
        }
        buffer += block[..<Int(count)]
        return count > 0
    }
}

/// The new content of a log file, packed as the old one was, which it takes the place of when it is whole and on disk.
final class LineWriter {
    private let path: String
    private let draft: String
    private let descriptor: Int32
    private var file: gzFile?
    private var isPlaced = false

    init(replacing path: String, isPacked: Bool) throws(LogFileError) {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        // Hidden, so that nobody takes it for a log.
        draft = "\(path[...slash]).erasing"
        descriptor = open(draft, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw LogFileError(draft, "made", errno) }
        // It closes its descriptor before the rights can be set.
        file = gzdopen(dup(descriptor), isPacked ? "wb" : "wbT")
        self.path = path
    }

    deinit {
        if let file { gzclose(file) }
        close(descriptor)
        if !isPlaced { unlink(draft) }
    }

    func append(_ line: [UInt8]) throws(LogFileError) {
        guard line.isEmpty || gzwrite(file, line, UInt32(line.count)) == Int32(line.count) else {
            throw LogFileError(draft, "written", EIO)
        }
    }

    /// Puts it in the old file's place, with its times, its rights and its group.
    ///
    /// - Returns: whether it has; not when another file has taken the name meanwhile, as when logs are rotated.
    func replace(_ old: stat) throws(LogFileError) -> Bool {
        guard let file else { throw LogFileError(draft, "written", ENOMEM) }
        self.file = nil
        guard gzclose(file) == Z_OK else { throw LogFileError(draft, "written", EIO) }
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

/// A file's access list (acl(5)).
private enum AccessList {
    private static let name = "system.posix_acl_access"

    /// Gives the open file the list of another, where it has one.
    static func copy(from path: String, to descriptor: Int32) {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = lgetxattr(path, name, &bytes, bytes.count)
        if count > 0 { fsetxattr(descriptor, name, bytes, count, 0) }
    }
}
