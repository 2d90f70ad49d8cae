package import Deadlines
package import Files
import Glibc

/// What was refused, and what was never handed in.
extension SpoolDirectory {
    /// Removes what has lain in `rejected/` since before `moment`, by the system's clock: refused lines and the reports on them.
    /// So too what uploads that were broken off have left in `incoming/`: files under hidden names, though not in hidden
    /// directories, which are their owners'.
    ///
    /// - Returns: how many files went, and what could not be removed.
    package func removeRefused(before moment: Instant) -> (files: Int, troubles: [FileError]) {
        var files = 0
        func remove(_ name: FileName, from directory: Directory, whichHasLainSince since: timespec) throws(FileError) {
            guard Instant(milliseconds: Int64(since.tv_sec) * 1000) < moment else { return }
            try directory.remove(name)
            files += 1
        }
        var troubles = eachFile(below: "rejected") { (directory, name, status) throws(FileError) in
            // The daemon writes reports; lines that are moved there as they are bear their producer's time.
            let report = name.isReport ? status : try directory.status(of: name.report)
            try remove(name, from: directory, whichHasLainSince: report?.st_mtim ?? status.st_ctim)
        }
        do throws(FileError) {
            let incoming = try incoming()
            for name in try incoming.entries(withHidden: true).map(\.name) where name.isHidden {
                guard let status = try incoming.status(of: name), status.isRegular, status.st_size > 0 else { continue }
                try remove(name, from: incoming, whichHasLainSince: status.st_ctim)
            }
        } catch { troubles.append(error) }
        return (files, troubles)
    }
}
