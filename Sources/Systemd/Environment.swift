import Glibc

/// What the service manager left in the environment of this process.
package enum Environment {
    /// The value of one variable, or nil where it is absent or empty.
    package static func value(_ name: String) -> String? {
        guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else { return nil }
        return text
    }
}
