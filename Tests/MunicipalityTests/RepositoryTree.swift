import Foundation

/// The tree these tests stand in.
enum RepositoryTree {
    /// The path of a file named from the root.
    static func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(name).path
    }
}
