import CSystemd
import Files

/// The service manager's demand to hear from this process regularly (`WatchdogSec=` in the unit).
///
/// Source: sd_watchdog_enabled(3).
package struct Watchdog: Hashable, Sendable {
    /// How long the manager waits for a sign of life before it kills the service. At least a microsecond.
    package let timeout: Duration

    /// How often to send ``ServiceState/watchdog``: half the timeout, as the manual recommends, and at least a microsecond.
    package let pingInterval: Duration

    /// Reads `WATCHDOG_USEC` and `WATCHDOG_PID` from the environment.
    ///
    /// - Returns: nil when no watchdog is asked of this process, also when the variables are meant for another one.
    /// - Throws: ``WatchdogError`` when the variables cannot be read.
    package static func fromEnvironment() throws(WatchdogError) -> Watchdog? {
        var microseconds: UInt64 = 0
        let answer = sd_watchdog_enabled(0, &microseconds)
        guard answer >= 0 else { throw WatchdogError(code: -answer) }
        return answer == 0 ? nil : Watchdog(microseconds: Int64(clamping: microseconds))
    }

    private init(microseconds: Int64) {
        timeout = .microseconds(microseconds)
        pingInterval = .microseconds(max(1, microseconds / 2))
    }
}

/// The service manager's watchdog variables could not be understood.
package struct WatchdogError: Error, Hashable, CustomStringConvertible {
    /// The `errno` that sd_watchdog_enabled(3) returned.
    package let code: Int32

    /// One sentence for the one who runs the service.
    package var description: String {
        "WATCHDOG_USEC or WATCHDOG_PID in the environment cannot be read (\(ErrorText(code))); "
            + "leave them to WatchdogSec= in the unit, or unset them."
    }
}
