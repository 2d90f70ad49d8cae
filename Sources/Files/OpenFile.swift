package import Glibc

/// A file descriptor that closes itself.
package final class OpenFile: Sendable {
    /// The descriptor (open(2)).
    package let descriptor: Int32
    /// What it is called in messages.
    package let path: String

    /// Takes over a descriptor that is open.
    package init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Opens the file at `path`.
    ///
    /// - Parameters:
    ///   - flags: as open(2) has them, `O_CLOEXEC` added.
    ///   - mode: the rights of a file that it makes, less the umask.
    package convenience init(_ path: String, _ flags: Int32 = O_RDONLY, mode: mode_t = 0o640) throws(FileError) {
        try self.init(path, in: AT_FDCWD, path: path, flags, mode: mode)
    }

    /// Opens `name`, which begins at an open directory, and is called `path`.
    convenience init(
        _ name: UnsafePointer<CChar>, in directory: Int32, path: String, _ flags: Int32, mode: mode_t = 0o640
    ) throws(FileError) {
        let descriptor = openat(directory, name, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileError("opened", path) }
        self.init(descriptor: descriptor, path: path)
    }

    /// What `descriptor` is open on, which stays open itself.
    package convenience init(duplicating descriptor: Int32, path: String) throws(FileError) {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw FileError("opened", path) }
        self.init(descriptor: copy, path: path)
    }

    deinit { close(descriptor) }

    /// Reads into `buffer` from `range.lowerBound` on, and says how much; 0 at the end of the file.
    package func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(FileError) -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                Glibc.read(descriptor, bytes.baseAddress.map { $0 + range.lowerBound }, range.count)
            }
            if count >= 0 { return count }
            if errno != EINTR { throw FileError("read", path) }
        }
    }

    /// What is left of the file, at most `limit` bytes of it.
    package func bytes(atMost limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(limit, 1 << 18))
        while bytes.count < limit {
            let count = try read(into: &buffer, 0..<min(buffer.count, limit - bytes.count))
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes
    }

    /// The last `length` bytes of the file, or all where there are fewer, and where they begin in it.
    package func end(_ length: Int) throws(FileError) -> (bytes: [UInt8], start: Int) {
        let size = try status().st_size
        let start = max(0, size - length)
        guard lseek(descriptor, start, SEEK_SET) >= 0 else { throw FileError("read", path) }
        return (try bytes(atMost: size - start), start)
    }

    /// Writes all of `bytes`, and waits where that would block; what goes wrong may leave a part.
    package func write(_ bytes: [UInt8]) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else if count == 0 {
                throw FileError("written", path, code: ENOSPC)
            } else if errno == EAGAIN {
                // A pipe that others set to non-blocking: half a line would spoil the next one.
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wanted, 1, -1)
            } else if errno != EINTR {
                throw FileError("written", path)
            }
        }
    }

    /// Cuts off what stands after the first `length` bytes, and writes on there.
    package func truncate(to length: Int) throws(FileError) {
        guard ftruncate(descriptor, length) == 0, lseek(descriptor, length, SEEK_SET) >= 0 else {
            throw FileError("shortened", path)
        }
    }

    /// Gives it these rights, whatever the umask.
    package func setMode(_ mode: mode_t) throws(FileError) {
        guard fchmod(descriptor, mode) == 0 else { throw FileError("given its rights", path) }
    }

    /// Flushes what was written to disk (fsync(2)); of a directory, its entries.
    package func sync() throws(FileError) {
        guard fsync(descriptor) == 0 else { throw FileError("flushed to disk", path) }
    }

    /// Flushes what was written to disk, though not when (fdatasync(2)).
    func syncContent() throws(FileError) {
        guard fdatasync(descriptor) == 0 else { throw FileError("flushed to disk", path) }
    }

    /// What the file is (fstat(2)).
    package func status() throws(FileError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError("examined", path) }
        return status
    }
}
