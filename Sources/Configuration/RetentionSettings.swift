package import Deadlines
import Rules

/// What `[retention]` says of how long things are kept.
package struct RetentionSettings: Sendable, Equatable {
    /// Months for which a closed case is kept; nil is for ever.
    package let closedMonths: Int?
    /// Days for which what was refused is kept.
    package let refusedDays: Int

    /// What the table says.
    init(_ table: TomlTable) {
        closedMonths = RetentionSettings.closedMonths(table)
        refusedDays = RetentionSettings.refusedDays(table)
    }

    private static func closedMonths(_ table: TomlTable) -> Int? {
        if table.saysNever("closed", insteadOf: "{ years = 5 }") { return nil }
        guard let inner = table.table("closed") else { return nil }
        let (years, months) = (inner.integer("years"), inner.integer("months"))
        inner.refuseUnknownKeys()
        let total = 12 * min(max(years ?? 0, 0), 1000) + min(max(months ?? 0, 0), 12_000)
        if years ?? 0 < 0 || months ?? 0 < 0 || !(1...1200).contains(total) {
            table.fault("closed", "must be from one month to a century, such as { years = 5 } or { months = 6 }")
        }
        return total
    }

    private static func refusedDays(_ table: TomlTable) -> Int {
        guard let inner = table.table("refused") else { return 30 }
        let days = inner.integer("days")
        inner.refuseUnknownKeys()
        guard let days, (1...366).contains(days) else {
            table.fault("refused", "must be from one day to a year, such as { days = 30 }")
            return 30
        }
        return days
    }

    /// Cases closed before this day are to go, on `today`; nil where they are kept for ever.
    package func closedBefore(on today: LocalDate) -> LocalDate? { closedMonths.map { today.adding(months: -$0) } }

    /// What was refused before this day is to go, on `today`.
    package func refusedBefore(on today: LocalDate) -> LocalDate { today.adding(days: -refusedDays) }
}
