import Deadlines

/// How a zone's clock goes on after the last change that its file lists: with one offset, or with two changes a year.
///
/// Written as in POSIX, `CET-1CEST,M3.5.0,M10.5.0/3`: the last Sunday of March, at two; that of October, at three. Of the
/// three forms of a day the tz database uses this one alone.
struct ZoneRule {
    /// Seconds east of Greenwich.
    private let standard: Int
    private let summer: (offset: Int, begin: Day, end: Day)?

    /// Reads one; nil when it is of no form known here.
    init?(_ text: String) {
        let parts = text.split(separator: ",")
        let form = #/(?:<[^>]+>|[A-Za-z]+)([0-9:+-]+)(?:(?:<[^>]+>|[A-Za-z]+)([0-9:+-]+)?)?/#
        guard let names = try? form.wholeMatch(in: parts.first ?? "")?.output else { return nil }
        // West of Greenwich counts as positive there.
        standard = -ZoneRule.seconds(names.1)
        guard parts.count > 1 else {
            summer = nil
            return
        }
        guard parts.count == 3, let begin = Day(parts[1]), let end = Day(parts[2]) else { return nil }
        summer = (names.2.map { -ZoneRule.seconds($0) } ?? standard + 3600, begin, end)
    }

    /// The changes of one year, in order.
    func changes(in year: Int) -> [Zone.Change] {
        guard let (offset, begin, end) = summer else { return [] }
        return [
            Zone.Change(since: begin.local(in: year) - standard, offset: offset),
            Zone.Change(since: end.local(in: year) - offset, offset: standard),
        ].sorted { $0.since < $1.since }
    }

    /// `-3:30` in seconds.
    private static func seconds(_ time: Substring) -> Int {
        let parts = time.drop { "+-".contains($0) }.split(separator: ":").map { Int($0) ?? 0 }
        let seconds = zip(parts, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        return time.hasPrefix("-") ? -seconds : seconds
    }

    /// A weekday of a month, and a time on it.
    private struct Day {
        let month: Int
        /// Which of its kind in the month; 5 is the last.
        let week: Int
        /// From Sunday, 0.
        let weekday: Int
        /// Seconds after its midnight; may lie on another day.
        let time: Int

        init?(_ text: Substring) {
            guard let parts = try? #/M([0-9]+)\.([1-5])\.([0-6])(?:\/([0-9:+-]+))?/#.wholeMatch(in: text)?.output,
                let month = Int(parts.1), let week = Int(parts.2), let weekday = Int(parts.3),
                (1...12).contains(month)
            else { return nil }
            (self.month, self.week, self.weekday) = (month, week, weekday)
            time = parts.4.map(seconds) ?? 7200
        }

        /// It in `year`, as seconds since the epoch by the clock on the wall.
        func local(in year: Int) -> Int {
            let first = LocalDate(validYear: year, month: month, day: 1)
            var date = first.adding(days: (weekday + 6 - first.weekdayIndex + 7) % 7 + 7 * (week - 1))
            if date.components.month != month { date = date.adding(days: -7) }
            return date.daysSinceEpoch * 86_400 + time
        }
    }
}
