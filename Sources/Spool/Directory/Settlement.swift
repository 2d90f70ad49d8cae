/// What became of the files of a batch.
public struct Settlement: Sendable {
    /// A file of which something was refused.
    public struct Rejected: Sendable {
        /// Its name in `incoming/`, masked.
        public let name: String
        /// What was refused.
        public let refusals: Refusals
        /// The report, as a path below the spool: `rejected/a.jsonl.reason.json`.
        public let report: String
    }

    /// How many files went to `done/` whole.
    public internal(set) var done = 0
    /// The others.
    public internal(set) var rejected: [Rejected] = []
    /// Files that are still in `incoming/` because they changed after they were read: they are read again.
    public internal(set) var changed = 0
    /// Why files are still in `incoming/` although they were read; they are read again at the next look.
    public internal(set) var troubles: [SpoolError] = []
}
