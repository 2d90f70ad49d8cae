import Glibc

/// What the system calls one of its error numbers, e.g. "No such file or directory".
package struct ErrorText: CustomStringConvertible {
    /// The text.
    package let description: String

    /// - Parameter code: An `errno`, of either sign: libsystemd returns them negated.
    package init(_ code: Int32) {
        description = strerror(abs(code)).map { String(cString: $0) } ?? "error \(abs(code))"
    }
}
