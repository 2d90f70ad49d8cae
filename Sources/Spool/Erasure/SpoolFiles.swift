import Files
import Glibc

extension SpoolDirectory {
    /// Calls `body` with every file below the directory `name`, hidden ones too (``Directory/eachFile(withHidden:leaving:_:)``).
    ///
    /// - Returns: what went wrong, each with one file or directory: the others are seen nevertheless.
    func eachFile(
        below name: String, _ body: (Directory, FileName, stat) throws(FileError) -> Void
    ) -> [FileError] {
        do {
            return try Directory(path: path).directory(name, mode: 0o750).eachFile(withHidden: true, body)
        } catch { return [error] }
    }
}
