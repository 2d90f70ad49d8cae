package import Deadlines
import Rules

/// What `[feed]` says of those who feed the spool (spec §9).
package struct FeedSettings: Sendable, Equatable {
    /// After so long without an update, on days when the office opens, somebody is told; nil is never.
    package let silentAfter: TimeLimit?
    /// Whether updates come in batches, so that the sources must say how far they reach.
    package let isBatched: Bool

    /// What the table says.
    init(_ table: TomlTable) {
        isBatched = table.flag("batched") ?? false
        silentAfter =
            table.saysNever("silent_after", insteadOf: "{ working_days = 2 }")
            ? nil : LimitReader.limit(table, "silent_after") ?? TimeLimit(2, .workingDays)
    }
}
