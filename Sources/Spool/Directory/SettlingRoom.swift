import Deadlines
import Files

/// The directories that files pass through and end in, open for one settlement.
struct SettlingRoom {
    let incoming: Directory
    let settling: Directory
    let done: Directory
    let rejected: Directory

    /// Opens them, `done/<date>/` for `date`, and puts back what an earlier settlement left half-way.
    init(_ spool: SpoolDirectory, date: LocalDate) throws(FileError) {
        let root = try Directory(path: spool.path)
        incoming = try spool.incoming()
        settling = try root.directory(".settling", mode: 0o700)
        done = try root.directory("done", mode: 0o750).directory(date.description, mode: 0o750)
        rejected = try root.directory("rejected", mode: 0o750)
        try spool.restore(settling, to: incoming)
    }
}
