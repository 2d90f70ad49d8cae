package import Deadlines

/// A wish that cases closed before a day be erased, and what has come of it.
package struct Erasure: Hashable, Sendable {
    /// The update that asked, or the day on which the time to keep had passed.
    package let id: String
    /// Cases closed before this day.
    package let before: LocalDate
    /// When all of it had gone; nil until then.
    package let done: Instant?
    /// How many cases were erased.
    package let cases: Int
    /// How many files they were taken out of.
    package let files: Int
    /// Why some files could not be looked through; nil when all could.
    package let trouble: String?

    /// What the ids begin with that no update has asked for.
    static let retention = "retention-"

    /// Who asked.
    package var asker: ErasureAsker { id.hasPrefix(Erasure.retention) ? .retention : .person }
}
