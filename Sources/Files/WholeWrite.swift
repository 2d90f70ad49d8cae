import Glibc

/// write(2) as long as it takes.
package enum WholeWrite {
    /// Writes all of `bytes` to a descriptor, and waits where it would block.
    ///
    /// - Returns: nil, or the `errno` of what kept it from being written; a part may be.
    package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else if count == 0 {
                errno = ENOSPC
                return ENOSPC
            } else if errno == EAGAIN {
                // A pipe that others set to non-blocking: half a line would spoil the next one.
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wanted, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }
}
