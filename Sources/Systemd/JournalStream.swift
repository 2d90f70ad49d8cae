import Glibc

/// The stream to journald that the service manager gave this process as its standard output or error.
///
/// Source: systemd.exec(5), `JOURNAL_STREAM`.
package struct JournalStream: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64

    /// Reads `JOURNAL_STREAM` from the environment; nil where it is absent or no device and inode.
    package static func fromEnvironment() -> JournalStream? {
        Environment.value("JOURNAL_STREAM").flatMap(JournalStream.init(parsing:))
    }

    /// Takes device and inode as decimal numbers with a colon between, or nil for anything else.
    package init?(parsing text: String) {
        let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map { UInt64($0) }
        guard numbers.count == 2, let device = numbers[0], let inode = numbers[1] else { return nil }
        self.device = device
        self.inode = inode
    }

    /// Whether this descriptor is still the stream to journald, and not redirected since to a file, a pipe or a terminal.
    package func isConnected(to descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && UInt64(status.st_dev) == device && UInt64(status.st_ino) == inode
    }
}
