package import Deadlines

/// What an export comes to: the updates to hand in, the rows refused, and what is to be told.
package struct Conversion: Sendable {
    /// An update to hand in.
    package struct Entry: Sendable {
        /// Why it is there.
        package enum Reason: Sendable {
            /// The export says something for the first time.
            case new
            /// The export no longer says this; `other` takes its place.
            case takesBack(Update)
            /// It takes the place of this.
            case replaces(Update)
            /// It comes after this, which was true until then and stays.
            case follows(Update)
            /// It says how far the export reaches.
            case reach
        }

        /// The row it comes from, the header being 1.
        package let row: Int
        /// The update.
        package let update: Update
        /// Why.
        package let reason: Reason
    }

    /// What to hand in, in order of rows; what takes something back stands right before what replaces it.
    package internal(set) var entries: [Entry] = []
    /// What is refused; a row is taken whole or not at all.
    package internal(set) var refusals: [TableRefusal] = []
    /// What an earlier export said and this one does not, although its row is not refused. It stays as it is.
    package internal(set) var vanished: [Update] = []
    /// What the export says still and somebody has taken back. It stays taken back.
    package internal(set) var disputed: [Update] = []
    /// How many updates are as they were, that of the reach not counted.
    package internal(set) var unchanged = 0
    /// How many have a date ahead and wait for it.
    package internal(set) var waiting = 0
    /// How many rows the export has.
    package internal(set) var rows = 0
    /// The rows of which something is refused.
    var refusedRows: Set<Int> { Set(refusals.compactMap(\.row)) }
    /// How far it reaches; nil where it does not say.
    package internal(set) var reach: Instant?
}
