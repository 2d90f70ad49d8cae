package import Glibc

extension Directory {
    /// Calls `body` with every file in this directory and those below it, each directory's in order of their names, and links
    /// too; nothing is followed.
    ///
    /// - Parameters:
    ///   - withHidden: whether files and directories are seen whose names begin with a full stop.
    ///   - left: the path of a directory that is left out.
    /// - Returns: what went wrong, each with one file or directory: the others are seen nevertheless.
    package func eachFile(
        withHidden: Bool, leaving left: String? = nil, _ body: (Directory, FileName, stat) throws(FileError) -> Void
    ) -> [FileError] {
        let names: [FileName]
        do { names = try entries(withHidden: withHidden).map(\.name).sorted() } catch { return [error] }
        var troubles: [FileError] = []
        for name in names where path(of: name) != left {
            do throws(FileError) {
                guard let status = try status(of: name) else { continue }
                if status.isDirectory {
                    troubles += try child(name).eachFile(withHidden: withHidden, leaving: left, body)
                } else {
                    try body(self, name, status)
                }
            } catch { troubles.append(error) }
        }
        return troubles
    }
}
