import Glibc

/// The clock of the system the tests run on.
package enum SystemClock {
    /// Whether this process may set it (`CAP_SYS_TIME`), found by setting it.
    package static let maySet = setToItself()

    /// Sets it to what it shows: to everybody who watches, a clock that was set, though only some microseconds behind.
    package static func setToItself() -> Bool {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return clock_settime(CLOCK_REALTIME, &now) == 0
    }
}
