package import Deadlines
import Rules

/// What `[retention]` says of how long things are kept.
package struct RetentionSettings: Sendable, Equatable {
    /// Months for which a closed case is kept; nil is for ever.
    package let closedMonths: Int?

    /// What the table says.
    init(_ table: TomlTable) {
        guard !table.isString("closed") else {
            if table.string("closed") != "never" {
                table.fault("closed", "must be a time such as { years = 5 }, or \"never\"")
            }
            closedMonths = nil
            return
        }
        guard let inner = table.table("closed") else {
            closedMonths = nil
            return
        }
        let (years, months) = (inner.integer("years"), inner.integer("months"))
        inner.refuseUnknownKeys()
        let total = 12 * min(max(years ?? 0, 0), 1000) + min(max(months ?? 0, 0), 12_000)
        if years ?? 0 < 0 || months ?? 0 < 0 || !(1...1200).contains(total) {
            table.fault("closed", "must be from one month to a century, such as { years = 5 } or { months = 6 }")
        }
        closedMonths = total
    }

    /// Cases closed before this day are to go, on `today`; nil where they are kept for ever.
    package func closedBefore(on today: LocalDate) -> LocalDate? { closedMonths.map { today.adding(months: -$0) } }
}
