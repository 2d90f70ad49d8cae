import Foundation
import Glibc

/// Mounts that only some threads see. A thread that has entered keeps to them until it ends, as do processes it starts.
package enum MountNamespace {
    /// Whether this process may have mounts of its own: root with `CAP_SYS_ADMIN`.
    package static let isPossible = (try? ShellCommand(["unshare", "--mount", "true"]).output()) != nil

    /// Whether this thread has other mounts than the process it belongs to.
    static var isEntered: Bool {
        let own = ["thread-self", "self"].map {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\($0)/ns/mnt")
        }
        return own[0] != own[1]
    }

    /// Runs `body` on a thread of its own, which `preparation` may move to other mounts.
    package static func onOwnThread<Value: Sendable>(
        _ preparation: @escaping @Sendable () throws -> Void, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await OwnThread.run {
            try preparation()
            return try body()
        }
    }

    /// Moves this thread to a copy of the mounts, of which nothing is seen outside.
    package static func leave() throws {
        guard try call("unshare", as: (@convention(c) (Int32) -> Int32).self)(cloneMounts) == 0 else {
            throw SystemCallFailure("unshare", errno)
        }
        _ = try ShellCommand(["mount", "--make-rprivate", "/"]).output()
    }

    /// Moves this thread to the mounts behind a file like `/proc/1/ns/mnt`.
    package static func enter(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemCallFailure("open \(path)", errno) }
        defer { close(descriptor) }
        // setns(2) demands that the thread share its root and working directory with no other.
        guard try call("unshare", as: (@convention(c) (Int32) -> Int32).self)(cloneDirectories) == 0,
            try call("setns", as: (@convention(c) (Int32, Int32) -> Int32).self)(descriptor, cloneMounts) == 0
        else { throw SystemCallFailure("setns", errno) }
    }

    private static let cloneDirectories: Int32 = 0x0000_0200
    private static let cloneMounts: Int32 = 0x0002_0000

    /// A function that libc has but Swift's Glibc module leaves out.
    private static func call<Function>(_ name: String, as type: Function.Type) throws -> Function {
        guard let address = dlsym(nil, name) else { throw SystemCallFailure(name, ENOSYS) }
        return unsafeBitCast(address, to: type)
    }
}
