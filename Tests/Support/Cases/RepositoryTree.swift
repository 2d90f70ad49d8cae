package import Foundation

/// The tree these tests stand in.
package enum RepositoryTree {
    /// The folder that holds `Package.swift`.
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The path of a file named from the root.
    package static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

    /// The text of a file named from the root.
    package static func text(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }
}
