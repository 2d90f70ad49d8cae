import Glibc
import Systemd
import Testing

@Suite struct WatchdogTests {
    @Test func `the ping interval is half of what the manager waits`() async {
        await #expect(processExitsWith: .success) {
            setenv("WATCHDOG_USEC", "30000000", 1)
            setenv("WATCHDOG_PID", "\(getpid())", 1)
            let watchdog = try Watchdog.fromEnvironment()
            #expect(watchdog?.timeout == .seconds(30))
            #expect(watchdog?.pingInterval == .seconds(15))
        }
    }

    @Test func `a watchdog of another process is not ours`() async {
        await #expect(processExitsWith: .success) {
            setenv("WATCHDOG_USEC", "30000000", 1)
            setenv("WATCHDOG_PID", "\(getppid())", 1)
            let watchdog = try Watchdog.fromEnvironment()
            #expect(watchdog == nil)
        }
    }

    @Test func `without the variables there is none`() async {
        await #expect(processExitsWith: .success) {
            unsetenv("WATCHDOG_USEC")
            let watchdog = try Watchdog.fromEnvironment()
            #expect(watchdog == nil)
        }
    }

    @Test func `a variable that is no number is a typed error`() async {
        await #expect(processExitsWith: .success) {
            setenv("WATCHDOG_USEC", "soon", 1)
            unsetenv("WATCHDOG_PID")
            let error = #expect(throws: WatchdogError.self) { try Watchdog.fromEnvironment() }
            #expect(error?.code == EINVAL)
        }
    }
}
