import Glibc

/// A service manager's end of the notify protocol: a datagram socket that a test binds and reads.
package final class NotifySocket: Sendable {
    /// The address as `NOTIFY_SOCKET` gives it: a path, or `@` and an abstract name.
    package let address: String
    private let descriptor: Int32
    private let keepFile: Bool

    /// Binds a socket of a fresh name.
    package convenience init(abstract: Bool = false) throws {
        let name = "fristd-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        try self.init(binding: abstract ? "@\(name)" : "/tmp/\(name)")
    }

    /// Binds a socket of this name; `keepFile` leaves its file behind, with nobody listening.
    package init(binding address: String, keepFile: Bool = false) throws {
        self.address = address
        self.keepFile = keepFile
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        let bound = NotifySocket.withAddress(address) { bind(descriptor, $0, $1) }
        guard bound == 0 else { throw SystemCallFailure("bind", errno) }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(descriptor)
        if !address.hasPrefix("@") && !keepFile { unlink(address) }
    }

    private static func withAddress<Result>(
        _ address: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var path = sockaddr_un()
        path.sun_family = sa_family_t(AF_UNIX)
        // An abstract name begins with a zero.
        let bytes = Array((address.hasPrefix("@") ? "\0\(address.dropFirst())" : address).utf8)
        withUnsafeMutableBytes(of: &path.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: path) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sa_family_t>.size + bytes.count))
            }
        }
    }

    /// The next datagram; waits for it at most 20 seconds.
    package func receive() throws -> String {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { throw SystemCallFailure("recv", errno) }
        return String(decoding: buffer.prefix(count), as: UTF8.self)
    }

    /// Sends it datagrams until it has room for no more.
    package func fill() throws {
        let sender = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(sender) }
        guard NotifySocket.withAddress(address, { connect(sender, $0, $1) }) == 0 else {
            throw SystemCallFailure("connect", errno)
        }
        while send(sender, "x", 1, Int32(MSG_DONTWAIT)) == 1 {}
    }

    /// Whether no datagram is waiting.
    package var isEmpty: Bool {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT | MSG_PEEK)) < 0 && errno == EAGAIN
    }
}

/// A system call that a test needs and did not get.
package struct SystemCallFailure: Error, CustomStringConvertible {
    /// The call, and why it failed.
    package let description: String

    /// A failure of `call` with an error number.
    package init(_ call: String, _ code: Int32) {
        description = "\(call): \(String(cString: strerror(code)))"
    }
}
