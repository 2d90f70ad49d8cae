import Glibc
import Systemd
import TestSupport
import Testing

/// Each notification comes from a process of its own, because the environment belongs to the process.
@Suite struct ServiceNotifierTests {
    @Test(arguments: [false, true])
    func `ready and status travel in one datagram`(abstract: Bool) async throws {
        let manager = try NotifySocket(abstract: abstract)
        await #expect(processExitsWith: .success) { [address = manager.address as String] in
            setenv("NOTIFY_SOCKET", address, 1)
            let outcome = try ServiceNotifier().notify([.ready, .status("12 sager, næste frist kl. 09:00")])
            #expect(outcome == .sent)
        }
        #expect(try manager.receive() == "READY=1\nSTATUS=12 sager, næste frist kl. 09:00")
        #expect(manager.isEmpty)
    }

    @Test func `reloading carries the monotonic time of sending`() async throws {
        let manager = try NotifySocket()
        let before = monotonicMicroseconds()
        await #expect(processExitsWith: .success) { [address = manager.address as String] in
            setenv("NOTIFY_SOCKET", address, 1)
            try ServiceNotifier().notify([.reloading])
        }
        let lines = try manager.receive().split(separator: "\n")
        #expect(lines.first == "RELOADING=1")
        let sent = try #require(lines.last?.split(separator: "=").last.flatMap { Int64($0) })
        #expect(lines.count == 2 && lines[1].hasPrefix("MONOTONIC_USEC="))
        #expect((before...monotonicMicroseconds()).contains(sent))
    }

    @Test func `stopping and watchdog are told as the manual spells them`() async throws {
        let manager = try NotifySocket()
        await #expect(processExitsWith: .success) { [address = manager.address as String] in
            setenv("NOTIFY_SOCKET", address, 1)
            let notifier = ServiceNotifier()
            try notifier.notify([.stopping])
            try notifier.notify([.watchdog])
        }
        #expect(try manager.receive() == "STOPPING=1")
        #expect(try manager.receive() == "WATCHDOG=1")
    }

    @Test func `a status can neither forge an assignment nor cut the datagram short`() async throws {
        let manager = try NotifySocket()
        await #expect(processExitsWith: .success) { [address = manager.address as String] in
            setenv("NOTIFY_SOCKET", address, 1)
            try ServiceNotifier().notify([.status("a\nSTOPPING=1\r\u{0}b"), .watchdog])
        }
        #expect(try manager.receive() == "STATUS=a\\nSTOPPING=1\\r\\u{0}b\nWATCHDOG=1")
    }

    @Test func `a long status is cut between characters so that the manager still reads the rest`() async throws {
        let manager = try NotifySocket()
        await #expect(processExitsWith: .success) { [address = manager.address as String] in
            setenv("NOTIFY_SOCKET", address, 1)
            try ServiceNotifier().notify([.status("x" + String(repeating: "ø", count: 9000)), .ready])
        }
        let kept = "x" + String(repeating: "ø", count: (ServiceState.statusLimit - 1) / 2)
        #expect(try manager.receive() == "STATUS=\(kept)\nREADY=1")
    }

    @Test func `more than the manager reads is refused, not lost`() async throws {
        let manager = try NotifySocket()
        await #expect(processExitsWith: .success) { [address = manager.address as String] in
            setenv("NOTIFY_SOCKET", address, 1)
            let long = ServiceState.status(String(repeating: "x", count: 1024))
            #expect(throws: ServiceNotifierError.tooLong(bytes: 4 * 1031 + 3)) {
                try ServiceNotifier().notify([long, long, long, long])
            }
        }
        #expect(manager.isEmpty)
    }

    @Test func `without a service manager nothing is sent and the answer says so`() async {
        await #expect(processExitsWith: .success) {
            unsetenv("NOTIFY_SOCKET")
            let notifier = ServiceNotifier()
            #expect(notifier.socket == nil)
            let outcome = try notifier.notify([.ready])
            #expect(outcome == .noServiceManager)
        }
    }

    @Test func `a manager that is gone is a typed error with a way out`() async {
        await #expect(processExitsWith: .success) {
            setenv("NOTIFY_SOCKET", "/nonexistent/notify", 1)
            let error = #expect(throws: ServiceNotifierError.self) { try ServiceNotifier().notify([.ready]) }
            #expect(error == .notDelivered(socket: "/nonexistent/notify", code: ENOENT))
            #expect(error?.description.contains("No such file or directory); check that the unit") == true)
        }
    }
}

private func monotonicMicroseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
}
