import Glibc
import Store
import TestSupport
import Testing

@Suite struct ServiceLockTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func `a second lock on the same directory is refused with a way out`() throws {
        let lock = try ServiceLock(directory: directory.path, clockOffset: 0)
        let error = #expect(throws: ServiceLockError.self) {
            try ServiceLock(directory: directory.path, clockOffset: 0)
        }
        #expect(
            error?.description
                == "another fristd holds \(directory.path)/fristd.lock; stop it first, or give this one a state directory "
                + "of its own")
        withExtendedLifetime(lock) {}
    }

    @Test func `another process is refused too, and reads how far the clock is ahead`() async throws {
        let lock = try ServiceLock(directory: directory.path, clockOffset: -86_400_000)
        await #expect(processExitsWith: .success) { [path = directory.path as String] in
            #expect(throws: ServiceLockError.self) { try ServiceLock(directory: path, clockOffset: 0) }
            #expect(ServiceLock.clockOffset(seenIn: path) == -86_400_000)
        }
        withExtendedLifetime(lock) {}
    }

    @Test func `the lock of a process that ended is free`() async throws {
        await #expect(processExitsWith: .exitCode(7)) { [path = directory.path as String] in
            let lock = try ServiceLock(directory: path, clockOffset: 5)
            withExtendedLifetime(lock) { exit(7) }
        }
        #expect(ServiceLock.sight(of: directory.path) == .stopped)
        let lock = try ServiceLock(directory: directory.path, clockOffset: 1)
        #expect(ServiceLock.clockOffset(seenIn: directory.path) == 1)
        withExtendedLifetime(lock) {}
    }

    @Test func `a directory that is not there is told with its path`() throws {
        let error = #expect(throws: ServiceLockError.self) {
            try ServiceLock(directory: "\(directory.path)/none", clockOffset: 0)
        }
        #expect(error?.description.contains("/none/fristd.lock cannot be written (No such file or directory)") == true)
    }
}

extension ServiceLock {
    /// How far ahead the clock of the daemon is that is seen to run; nil when none is.
    fileprivate static func clockOffset(seenIn directory: String) -> Int64? {
        guard case .running(_, let offset) = sight(of: directory) else { return nil }
        return offset
    }
}
