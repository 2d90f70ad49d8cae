import Glibc

/// A file descriptor that closes itself.
final class OpenFile: Sendable {
    /// The descriptor (open(2)).
    let descriptor: Int32
    /// What it is called in messages.
    let path: String

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Reads into `buffer` from `range.lowerBound` on, and says how much; 0 at the end of the file.
    func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(SpoolError) -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                Glibc.read(descriptor, bytes.baseAddress.map { $0 + range.lowerBound }, range.count)
            }
            if count >= 0 { return count }
            if errno != EINTR { throw SpoolError("read", path) }
        }
    }

    /// Writes all of `bytes`.
    func write(_ bytes: [UInt8]) throws(SpoolError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { rest in
                Glibc.write(descriptor, rest.baseAddress.map { $0 + written }, rest.count - written)
            }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                throw SpoolError("write", path)
            }
        }
    }

    /// Flushes what was written to disk (fsync(2)); of a directory, its entries.
    func sync() throws(SpoolError) {
        guard fsync(descriptor) == 0 else { throw SpoolError("flush to disk", path) }
    }

    /// What the file is (fstat(2)).
    func status() throws(SpoolError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SpoolError("look at", path) }
        return status
    }
}

/// Which file it is, and its content as far as size and time of change tell.
struct FileIdentity: Hashable, Sendable {
    let device: UInt
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ status: stat) {
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }
}

extension stat {
    var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
}
