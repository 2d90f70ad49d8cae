import CSystemd
import Files

/// The line to the service manager.
///
/// Without a service manager, that is without `NOTIFY_SOCKET` in the environment, it sends nothing and says so. The
/// environment is looked at once, when the notifier is made; the variable must stay as it is until the last notification,
/// because sd_notify(3) takes the address from it.
package struct ServiceNotifier: Sendable {
    /// What became of a notification.
    package enum Outcome: Hashable, Sendable {
        /// The service manager's socket has taken it.
        case sent
        /// Nobody asked to be told: the process was not started with `Type=notify` or a watchdog.
        case noServiceManager
    }

    /// The address of the service manager's socket: a path, or a name that begins with `@`. Nil without a manager.
    package let socket: String?

    /// Reads `NOTIFY_SOCKET` from the environment.
    package init() {
        socket = Environment.value("NOTIFY_SOCKET")
    }

    /// Tells the service manager all these states in one datagram, so that it sees them together.
    ///
    /// - Throws: ``ServiceNotifierError`` when there is a manager and it could not be told.
    @discardableResult
    package func notify(_ states: [ServiceState]) throws(ServiceNotifierError) -> Outcome {
        guard let socket else { return .noServiceManager }
        let text = states.map { $0.assignments(monotonicMicroseconds: monotonicMicroseconds) }.joined(separator: "\n")
        guard text.utf8.count <= Self.datagramLimit else { throw .tooLong(bytes: text.utf8.count) }
        switch sd_notify(0, text) {
        case 0: return .noServiceManager
        case let code where code < 0: throw .notDelivered(socket: socket, code: -code)
        default: return .sent
        }
    }

    /// `NOTIFY_BUFFER_MAX` of systemd, which is `PIPE_BUF`; a longer datagram is ignored with a warning in the manager's log.
    private static let datagramLimit = 4096
}

/// Why the service manager could not be told.
package enum ServiceNotifierError: Error, Hashable, CustomStringConvertible {
    /// The socket did not take the datagram; `code` is the `errno`.
    case notDelivered(socket: String, code: Int32)
    /// The states together exceed the 4,096 bytes that the service manager accepts.
    case tooLong(bytes: Int)

    /// One sentence for the one who runs the service.
    package var description: String {
        switch self {
        case .notDelivered(let socket, let code):
            "The service manager could not be told at NOTIFY_SOCKET=\(socket.escapingControls) (\(ErrorText(code))); "
                + "check that the unit has Type=notify and lets the service reach that socket."
        case .tooLong(let bytes):
            "A notification of \(bytes) bytes exceeds the 4096 that the service manager accepts; send fewer states at once."
        }
    }
}
