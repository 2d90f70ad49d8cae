import Glibc

/// Whether journald has room for one more entry, so that nobody waits for one that hangs.
package final class JournalRoom {
    private let descriptor: Int32

    /// A look at the journald that listens now.
    package init() {
        descriptor = Journal.connectedSocket()
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Waits until journald takes entries. Where none listens there is nothing to wait for.
    ///
    /// - Throws: ``JournalError`` when it has not taken any for so many milliseconds.
    package func await(atMost milliseconds: Int32) throws(JournalError) {
        guard descriptor >= 0 else { return }
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        var count = poll(&waiting, 1, milliseconds)
        while count < 0, errno == EINTR { count = poll(&waiting, 1, milliseconds) }
        if count == 0 { throw JournalError(code: ETIMEDOUT) }
    }
}
