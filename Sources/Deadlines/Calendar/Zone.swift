/// A time zone as the core sees it: the offsets from UTC and when they change.
///
/// The core reads no files; whoever makes a zone takes the changes from the system's tz database.
package struct Zone: Sendable, Equatable {
    /// From `since` on, local time is UTC plus `offset` seconds.
    package struct Change: Sendable, Equatable {
        /// Seconds since 1970-01-01T00:00:00Z.
        package let since: Int
        /// Seconds east of Greenwich.
        package let offset: Int

        /// A change of the offset to `offset` seconds at `since` seconds after the epoch.
        package init(since: Int, offset: Int) {
            self.since = since
            self.offset = offset
        }
    }

    /// The name in the tz database, e.g. `Europe/Copenhagen`.
    package let name: String
    private let first: Int
    private let changes: [Change]

    /// A zone whose offset is `first` seconds before the first of `changes`, which may come in any order.
    package init(name: String, first: Int, changes: [Change]) {
        self.name = name
        self.first = first
        self.changes = changes.sorted { $0.since < $1.since }
    }

    /// Seconds east of Greenwich at `instant`.
    package func offset(at instant: Instant) -> Int {
        offset(atSecond: Zone.floorDivide(instant.milliseconds, 1000))
    }

    private func offset(atSecond second: Int) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].since <= second { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : changes[low - 1].offset
    }

    /// The local date at `instant`.
    package func date(of instant: Instant) -> LocalDate {
        let local = instant.milliseconds + Int64(offset(at: instant)) * 1000
        return LocalDate(daysSinceEpoch: Zone.floorDivide(local, 86_400_000))
    }

    /// Minutes since local midnight by the clock on the wall at `instant`.
    package func minuteOfDay(of instant: Instant) -> Int {
        let local = Zone.floorDivide(instant.milliseconds, 60_000) + offset(at: instant) / 60
        return local - Zone.floorDivide(Int64(local), 1440) * 1440
    }

    /// The instant at which `minute` minutes past midnight stand on the wall on `date`.
    ///
    /// A time that the clock passes twice is its first passing; one that it skips is as long after the skip began
    /// as it is after the skipped hour's start.
    package func instant(of date: LocalDate, minute: Int = 0) -> Instant {
        let local = date.daysSinceEpoch * 86_400 + minute * 60
        let before = offset(atSecond: local - 86_400)
        let after = offset(atSecond: local + 86_400)
        let earlier = local - max(before, after)
        if earlier + offset(atSecond: earlier) == local { return Instant(milliseconds: Int64(earlier) * 1000) }
        let later = local - min(before, after)
        if later + offset(atSecond: later) == local { return Instant(milliseconds: Int64(later) * 1000) }
        return Instant(milliseconds: Int64(local - before) * 1000)
    }

    /// The instant as RFC 3339 with milliseconds and the zone's offset: `2026-05-12T08:00:00.000+02:00`.
    package func text(of instant: Instant) -> String {
        let offset = offset(at: instant)
        let local = instant.milliseconds + Int64(offset) * 1000
        let days = Zone.floorDivide(local, 86_400_000)
        let rest = Int(local - Int64(days) * 86_400_000)
        let time = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60]
            .map { Digits.padded($0, 2) }.joined(separator: ":")
        let sign = offset < 0 ? "-" : "+"
        let zone = Digits.padded(abs(offset) / 3600, 2) + ":" + Digits.padded(abs(offset) / 60 % 60, 2)
        return "\(LocalDate(daysSinceEpoch: days))T\(time).\(Digits.padded(rest % 1000, 3))\(sign)\(zone)"
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int {
        let quotient = value / divisor
        return Int(value % divisor < 0 ? quotient - 1 : quotient)
    }
}
