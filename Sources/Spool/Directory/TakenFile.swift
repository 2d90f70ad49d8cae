import Deadlines
import Files
import Glibc
import Import

/// A file of `incoming/` that is being taken in, or a stretch of it.
package struct TakenFile: Sendable {
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
    package var name: String { Quotation.text(entry.text) }
    /// What is refused of this stretch.
    package internal(set) var refusals = Refusals()

    /// What may be kept of a file of which something is refused.
    enum Keeping: Sendable {
        /// The lines refused, masked.
        case lines
        /// Of a table the columns that its mapping names, masked; where it has none nothing is known of it, and nothing kept.
        case columns(Mapping?)
        /// Nothing.
        case nothing
        /// It is moved as it is.
        case whole
    }

    let entry: FileName
    let identity: FileIdentity
    let directory: Directory
    let keeping: Keeping
    /// Whether what is kept of it is written anew; what is not is moved as it is.
    var isCopied: Bool { if case .whole = keeping { false } else { true } }
    var end = End.complete
    /// What is kept of it when it is an export that could be read.
    var export: ExportRemains?

    init(_ entry: FileName, in directory: Directory, status: stat, keeping: Keeping) {
        self.entry = entry
        self.directory = directory
        self.keeping = keeping
        identity = FileIdentity(status)
    }
}
