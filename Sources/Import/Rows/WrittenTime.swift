import Deadlines

/// Dates and times as people and their systems write them: `02-03-2026`, `02-03-2026 14:05`, `2026-03-02`,
/// `2026-03-02 14:05:30`, or RFC 3339 with offset.
enum WrittenTime {
    /// What is right, for a refusal.
    static let form = "a date such as 02-03-2026 or 2026-03-02, or one with a time such as 02-03-2026 14:05"

    /// What a cell says; nil when it is no date, no such day or no such time.
    ///
    /// A time without offset is local. Midnight sharp is how systems without times write a date, and so is read as one;
    /// a time that the clock passes twice is known to the day only.
    static func moment(_ text: String, in zone: Zone) -> Moment? {
        if let moment = Moment(text) { return moment }
        let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }
        guard let first = parts.first, let date = date(first) else { return nil }
        guard parts.count == 2 else { return .date(date) }
        guard let (minute, second) = time(parts[1]) else { return nil }
        if minute == 0, second == 0 { return .date(date) }
        let instant = zone.instant(of: date, minute: minute)
        guard zone.date(of: instant) == date, zone.minuteOfDay(of: instant) == minute else { return nil }
        if isPassedAgain(instant, in: zone) { return .date(date) }
        return .instant(instant.adding(milliseconds: Int64(second) * 1000))
    }

    /// A day, as `02-03-2026`, `02.03.2026` or `2026-03-02`.
    static func date(_ text: some StringProtocol) -> LocalDate? {
        if let date = LocalDate(text) { return date }
        let parts = text.split(separator: text.contains(".") ? "." : "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].count == 4, parts.prefix(2).allSatisfy({ (1...2).contains($0.count) }),
            let numbers = numbers(parts)
        else { return nil }
        return LocalDate(year: numbers[2], month: numbers[1], day: numbers[0])
    }

    /// Minutes past midnight and seconds, from `14:05` or `14:05:30`.
    private static func time(_ text: Substring) -> (minute: Int, second: Int)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0.count == 2 }),
            (1...2).contains(parts[0].count), let numbers = numbers(parts),
            numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 })
        else { return nil }
        return (numbers[0] * 60 + numbers[1], numbers.count == 3 ? numbers[2] : 0)
    }

    private static func numbers(_ parts: [some StringProtocol]) -> [Int]? {
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy(CPR.isDigit) ? Int(part) : nil
        }
        return numbers.count == parts.count ? numbers : nil
    }

    /// Whether the clock on the wall shows the same time once more: it is turned back.
    private static func isPassedAgain(_ instant: Instant, in zone: Zone) -> Bool {
        let back = zone.offset(at: instant) - zone.offset(at: instant.adding(hours: 24))
        guard back > 0 else { return false }
        let again = instant.adding(milliseconds: Int64(back) * 1000)
        return zone.offset(at: again) == zone.offset(at: instant) - back
    }
}
