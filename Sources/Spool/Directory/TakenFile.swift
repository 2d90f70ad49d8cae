import Glibc

/// A file of `incoming/` that is being taken in, or a stretch of it.
public struct TakenFile: Sendable {
    /// Whether more of the file follows.
    enum End: Sendable {
        /// The next batch goes on with it.
        case more
        /// It has been read to its end.
        case complete
        /// It could not be read to its end; it stays where it is.
        case abandoned
    }

    /// Its name, masked and fit to print.
    public var name: String { Quotation.text(entry.text) }
    /// What is refused of this stretch.
    public internal(set) var refusals = Refusals()

    let entry: FileName
    let identity: FileIdentity
    let directory: Directory
    /// Whether its content can be copied, line by line and masked; what cannot is moved as it is.
    let isCopied: Bool
    var end = End.complete
    /// What is kept of it when it is an export that could be read.
    var export: ExportRemains?

    init(_ entry: FileName, in directory: Directory, status: stat, isCopied: Bool) {
        self.entry = entry
        self.directory = directory
        self.isCopied = isCopied
        identity = FileIdentity(status)
    }
}
