import CSystemd
import Glibc

/// The system's journal, written natively.
package enum Journal {
    /// Where journald listens for native entries.
    package static let socket = "/run/systemd/journal/socket"

    /// Sends one entry.
    ///
    /// To return means that journald has taken the entry or that there is no journald at all: sd_journal_sendv(3) answers
    /// success when its socket does not exist. journald may still drop what it has taken, by its rate limit or for want of
    /// disk. So the journal is a view, and delivery is proved elsewhere; ask ``isListening`` to tell the two apart.
    ///
    /// It waits while journald is behind, and for ever while one hangs: see ``JournalRoom``. Without a `SYSLOG_IDENTIFIER` the name of the program is added.
    ///
    /// - Throws: ``JournalError`` when journald is there and did not take the entry.
    package static func send(_ entry: JournalEntry) throws(JournalError) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        var ends: [Int] = []
        ends.reserveCapacity(entry.items.count)
        for item in entry.items {
            bytes.append(contentsOf: item.field.name.utf8)
            bytes.append(UInt8(ascii: "="))
            item.value.append(to: &bytes)
            ends.append(bytes.count)
        }
        let code = send(&bytes, ends: ends)
        guard code >= 0 else { throw JournalError(code: -code) }
    }

    /// Whether a journald listens now: its socket exists and someone has bound it.
    package static var isListening: Bool {
        let descriptor = connectedSocket()
        guard descriptor >= 0 else { return false }
        close(descriptor)
        return true
    }

    /// A socket of our own at journald's, to ask about it; negative where none listens.
    static func connectedSocket() -> Int32 {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return -1 }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socket.utf8) }
        let isConnected = withUnsafeBytes(of: &address) { raw in
            raw.withMemoryRebound(to: sockaddr.self) {
                connect(descriptor, $0.baseAddress, socklen_t(raw.count)) == 0
            }
        }
        if isConnected { return descriptor }
        close(descriptor)
        return -1
    }

    /// Hands `bytes` over as one entry whose fields end at `ends`. Returns a negated `errno` on failure.
    private static func send(_ bytes: inout [UInt8], ends: [Int]) -> Int32 {
        bytes.withUnsafeMutableBytes { buffer in
            withUnsafeTemporaryAllocation(of: iovec.self, capacity: ends.count) { fields in
                var start = 0
                for (index, end) in ends.enumerated() {
                    let base = buffer.baseAddress.map { $0 + start }
                    fields.initializeElement(at: index, to: iovec(iov_base: base, iov_len: end - start))
                    start = end
                }
                return sd_journal_sendv(fields.baseAddress, Int32(ends.count))
            }
        }
    }
}

/// journald did not take an entry.
package struct JournalError: Error, Hashable, CustomStringConvertible {
    /// The `errno` that sd_journal_sendv(3) returned.
    package let code: Int32

    /// One sentence for the one who runs the service.
    package var description: String {
        "The journal did not take an entry at \(Journal.socket) (\(ErrorText(code))); "
            + "see whether systemd-journald runs: systemctl status systemd-journald."
    }
}
