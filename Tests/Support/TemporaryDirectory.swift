import Foundation

/// A directory of a test's own, which goes with the object. Hold the object as long as anything lies in there.
package final class TemporaryDirectory: Sendable {
    /// Where it is.
    package let path: String

    /// Makes one.
    package init() throws {
        var template = Array("\(NSTemporaryDirectory())/fristd-test.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemCallFailure("mkdtemp", errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
