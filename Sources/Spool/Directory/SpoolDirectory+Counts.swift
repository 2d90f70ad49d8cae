package import Deadlines
package import Files

/// What lies in the spool, for those who watch it. Looking makes no directory.
extension SpoolDirectory {
    /// How many files wait to be read.
    ///
    /// - Throws: when the directory cannot be listed.
    package func waitingFiles() throws(FileError) -> Int {
        try Directory(path: incomingPath).entries().count
    }

    /// How many reports of refused files lie in `rejected/`, and when the newest was written.
    ///
    /// - Throws: when the directory cannot be listed.
    package func refusals() throws(FileError) -> (count: Int, newest: Instant?) {
        let directory = try Directory(path: path + "/rejected")
        var (count, newest): (Int, Instant?) = (0, nil)
        for entry in try directory.entries() where entry.name.isReport {
            guard let status = try directory.status(of: entry.name) else { continue }
            (count, newest) = (count + 1, max(newest ?? status.lastWritten, status.lastWritten))
        }
        return (count, newest)
    }
}
