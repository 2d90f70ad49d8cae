package import Files
import Glibc

extension SpoolDirectory {
    /// The files of updates in `done/`, by day and name, and how many bytes each holds.
    ///
    /// - Throws: when it cannot be listed.
    package func takenFiles() throws(FileError) -> [(path: String, size: Int)] {
        let done = "\(path)/done"
        let days = try Directory(path: done).entries().map { "\(done)/\($0.name.text)" }.sorted()
        return try UpdateFile.paths(days).map { ($0, stat(of: $0)?.st_size ?? 0) }
    }
}
