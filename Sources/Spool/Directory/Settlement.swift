package import Files

/// What became of the files of a batch.
package struct Settlement: Sendable {
    /// A file of which something was refused.
    package struct Rejected: Sendable {
        /// Its name in `incoming/`, masked.
        package let name: String
        /// What was refused.
        package let refusals: Refusals
        /// The report, as a path below the spool: `rejected/a.jsonl.reason.json`.
        package let report: String
    }

    /// How many files went to `done/` whole.
    package internal(set) var done = 0
    /// The others.
    package internal(set) var rejected: [Rejected] = []
    /// Files that are still in `incoming/` because they changed after they were read: they are read again.
    package internal(set) var changed = 0
    /// Why files are still in `incoming/` although they were read; they are read again at the next look.
    package internal(set) var troubles: [FileError] = []
}
