/// A day in the calendar of the configured zone, without a time: `2026-03-02`.
///
/// Kept as days since 1970-01-01 in the proleptic Gregorian calendar; years 1 to 9999.
package struct LocalDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let daysSinceEpoch: Int

    /// The day `daysSinceEpoch` days after 1970-01-01.
    package init(daysSinceEpoch: Int) {
        self.daysSinceEpoch = daysSinceEpoch
    }

    /// The given day, or nil when no such day exists in years 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= LocalDate.length(ofMonth: month, year: year)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    /// Reads `YYYY-MM-DD` and nothing else; nil when the text has another form or names no existing day.
    package init?(_ text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
            let year = LocalDate.number(digits[0..<4]),
            let month = LocalDate.number(digits[5..<7]),
            let day = LocalDate.number(digits[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// A day known to exist.
    package init(validYear year: Int, month: Int, day: Int) {
        // Days from civil: years begin in March, so that the leap day comes last.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSinceEpoch = era * 146_097 + dayOfEra - 719_468
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    /// Earlier is less.
    package static func < (left: LocalDate, right: LocalDate) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }
}

extension LocalDate {
    /// Year, month (1–12) and day of the month (1–31).
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day of the week.
    package var weekday: Weekday { Weekday.allCases[weekdayIndex] }

    /// Days since Monday, 0–6.
    package var weekdayIndex: Int {
        // 1970-01-01 was a Thursday.
        ((daysSinceEpoch + 3) % 7 + 7) % 7
    }

    /// The number of days in a month, 28–31.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    }

    /// The day `days` later, or earlier when negative.
    package func adding(days: Int) -> LocalDate {
        LocalDate(daysSinceEpoch: daysSinceEpoch + days)
    }

    /// The same day `months` later (earlier when negative), or that month's last day when it is shorter
    /// (forældelsesloven § 27, by analogy).
    package func adding(months: Int) -> LocalDate {
        let (year, month, day) = components
        let index = year * 12 + (month - 1) + months
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        let last = LocalDate.length(ofMonth: newMonth, year: newYear)
        return LocalDate(validYear: newYear, month: newMonth, day: min(day, last))
    }

    /// How many days later `other` is; negative when it is earlier.
    package func days(until other: LocalDate) -> Int {
        other.daysSinceEpoch - daysSinceEpoch
    }
}

extension LocalDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String {
        let (year, month, day) = components
        return Digits.padded(year, 4) + "-" + Digits.padded(month, 2) + "-" + Digits.padded(day, 2)
    }
}

/// A day of the week, Monday first as in ISO 8601.
package enum Weekday: String, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// Decimal digits of a fixed width.
package enum Digits {
    /// `value`, not negative, with leading zeros up to `width`.
    package static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
