/// What can go wrong with the store.
public enum StoreError: Error, CustomStringConvertible {
    /// The database cannot be opened.
    case unusable(path: String, reason: String)
    /// It was written by a newer version.
    case newer(path: String)
    /// It does not flush each commit to disk, so a power failure could lose some.
    case notDurable(path: String, synchronous: Int)
    /// Reading or writing failed.
    case failed(reason: String)

    /// One sentence that says what to do.
    public var description: String {
        switch self {
        case .unusable(let path, let reason):
            "the store \(path) cannot be opened (\(reason)); check that the directory exists and belongs to the service's user"
        case .newer(let path):
            "the store \(path) was written by a newer fristd and has been left untouched; install that version again"
        case .notDurable(let path, let synchronous):
            "the store \(path) has synchronous=\(synchronous) instead of FULL; do not run on it, and report this"
        case .failed(let reason):
            "the store could not be read or written (\(reason)); check the disk, then restart fristd"
        }
    }
}
