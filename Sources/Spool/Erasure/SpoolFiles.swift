import Glibc

extension SpoolDirectory {
    /// Calls `body` with every file below the directory `name`, each directory's in order of their names, links and hidden
    /// files too; nothing is followed.
    ///
    /// - Returns: what went wrong, each with one file or directory: the others are seen nevertheless.
    func everyFile(
        below name: String, _ body: (Directory, FileName, stat) throws(SpoolError) -> Void
    ) -> [SpoolError] {
        var troubles: [SpoolError] = []
        func look(into directory: Directory) throws(SpoolError) {
            for name in try directory.entries(withHidden: true).map(\.name).sorted() {
                do throws(SpoolError) {
                    guard let status = try directory.status(of: name) else { continue }
                    if status.st_mode & S_IFMT == S_IFDIR {
                        try look(into: directory.child(name))
                    } else {
                        try body(directory, name, status)
                    }
                } catch { troubles.append(error) }
            }
        }
        do throws(SpoolError) {
            try look(into: Directory(path: path).directory(name, mode: 0o750))
        } catch { troubles.append(error) }
        return troubles
    }
}
