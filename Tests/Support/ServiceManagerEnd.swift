import Foundation

/// What a daemon tells its service manager, read as it comes: a socket that nobody reads would stop the daemon.
package final class ServiceManagerEnd: @unchecked Sendable {
    private let socket: NotifySocket
    /// Guards what follows.
    private let condition = NSCondition()
    private var told: [String] = []
    private var isOver = false

    /// Binds a socket, and reads it on a thread of its own until ``stop()``.
    package init() throws {
        socket = try NotifySocket(abstract: true)
        Thread.detachNewThread { [self] in
            while !condition.withLock({ isOver }) {
                guard let text = try? socket.receive() else { continue }
                condition.withLock {
                    told += text.split(separator: "\n").map(String.init)
                    condition.broadcast()
                }
            }
        }
    }

    /// What `NOTIFY_SOCKET` must say.
    package var address: String { socket.address }

    /// Waits until a line is told that begins so: `READY=1`, `STATUS=configuration refused`.
    ///
    /// - Returns: all lines up to that one which no earlier wait has returned.
    package func await(_ line: String) throws -> [String] {
        let end = Date(timeIntervalSinceNow: 60)
        return try condition.withLock {
            while true {
                if let position = told.firstIndex(where: { $0.hasPrefix(line) }) {
                    defer { told.removeFirst(position + 1) }
                    return Array(told[...position])
                }
                guard condition.wait(until: end) else { throw NotTold(line: line, told: told) }
            }
        }
    }

    /// Reads no more.
    package func stop() {
        condition.withLock { isOver = true }
    }

    private struct NotTold: Error {
        let line: String
        let told: [String]
    }
}
