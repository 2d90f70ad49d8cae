import Dispatch
import Systemd
import TestSupport
import Testing

/// That the kernel's word of a clock that was set arrives.
@Suite struct ClockWatchTests {
    @Test(.enabled(if: SystemClock.maySet, "the clock may not be set here"))
    func `each setting of the clock is told`() throws {
        let told = DispatchSemaphore(value: 0)
        let watch = try ClockWatch(queue: DispatchQueue(label: "test")) { told.signal() }
        for _ in 0..<3 {
            #expect(SystemClock.setToItself())
            #expect(told.wait(timeout: .now() + 20) == .success)
        }
        withExtendedLifetime(watch) {}
    }
}
