import CSystemd
import Glibc

/// One thing a service tells the service manager about itself.
///
/// Source: sd_notify(3).
package enum ServiceState: Hashable, Sendable {
    /// Start-up, or a reload, is finished.
    case ready

    /// The configuration is being read anew; follow it with ``ready``. Carries the time of sending on `CLOCK_MONOTONIC`,
    /// which `Type=notify-reload` demands.
    case reloading

    /// The service is going down in good order.
    case stopping

    /// What the service is doing, in words, for `systemctl status`. Control characters are spelled out, and it is cut
    /// after ``statusLimit`` bytes.
    case status(String)

    /// Still alive; see ``Watchdog``.
    case watchdog

    /// The most bytes of a status that are sent, in UTF-8. The manager ignores a datagram of more than 4,096 bytes whole,
    /// and with it a `READY=1`.
    package static let statusLimit = 1024

    /// This state as assignments of the notify protocol, one a line.
    func assignments(monotonicMicroseconds: () -> Int64) -> String {
        switch self {
        case .ready: "READY=1"
        case .reloading: "RELOADING=1\nMONOTONIC_USEC=\(monotonicMicroseconds())"
        case .stopping: "STOPPING=1"
        case .status(let text): "STATUS=\(text.escapingControls.prefix(bytes: Self.statusLimit))"
        case .watchdog: "WATCHDOG=1"
        }
    }
}

/// Microseconds on `CLOCK_MONOTONIC`, the clock the service manager compares with.
func monotonicMicroseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
}
