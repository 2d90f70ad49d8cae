import Deadlines
import Figures

/// A day, a time of day.
enum DateForm: String, Phrase {
    case date, instant, nearDate, numericDate, numericInstant, shortDate, shortInstant

    enum Gaps: String, Gap { case day, hour, minute, month, weekday, year }

    var table: String? { "" }
}

extension Words {
    /// `tirsdag den 2. juni 2026`.
    func date(_ date: LocalDate) -> String { say(DateForm.date, parts(of: date)) }

    /// `2. juni 2026`.
    func shortDate(_ date: LocalDate) -> String { say(DateForm.shortDate, parts(of: date)) }

    /// `fredag den 28.`, with its month where that is not the other date's.
    func nearDate(_ date: LocalDate, beside other: LocalDate) -> String {
        let isSameMonth = date.components.month == other.components.month
        return say(DateForm.nearDate, isSameMonth ? [.month: false] + parts(of: date) : parts(of: date))
    }

    /// `tirsdag den 12. maj 2026 kl. 10.00`.
    func instant(_ instant: Instant, in zone: Zone) -> String {
        say(DateForm.instant, parts(of: .instant(instant), in: zone))
    }

    /// A date or an instant in words.
    func moment(_ moment: Moment, in zone: Zone) -> String {
        say(moment.isInstant ? DateForm.instant : .date, parts(of: moment, in: zone))
    }

    /// `2. juni 2026`, and a time of day where there is one.
    func short(_ moment: Moment, in zone: Zone) -> String {
        say(moment.isInstant ? DateForm.shortInstant : .shortDate, parts(of: moment, in: zone))
    }

    /// `02-06-2026`, and a time of day where there is one.
    func numeric(_ moment: Moment, in zone: Zone) -> String {
        let (_, month, day) = moment.date(in: zone).components
        let digits: Filling<DateForm.Gaps> = [.day: Words.twoDigits(day), .month: Words.twoDigits(month)]
        return say(moment.isInstant ? DateForm.numericInstant : .numericDate, digits + parts(of: moment, in: zone))
    }

    /// `juli 2013`.
    func month(_ month: Month) -> String {
        say(
            PeriodWord(use: .covered, kind: .month),
            [.month: self.month(month.firstDay), .year: String(month.firstDay.components.year)])
    }

    /// `maj`.
    func month(_ date: LocalDate) -> String { months[date.components.month - 1] }

    private func parts(of date: LocalDate) -> Filling<DateForm.Gaps> {
        let (year, month, day) = date.components
        let weekday = Weekday.allCases.firstIndex(of: date.weekday).map { weekdays[$0] }
        return [.weekday: weekday, .day: String(day), .month: months[month - 1], .year: String(year)]
    }

    private func parts(of moment: Moment, in zone: Zone) -> Filling<DateForm.Gaps> {
        let day = parts(of: moment.date(in: zone))
        guard case .instant(let instant) = moment else { return day }
        let minute = zone.minuteOfDay(of: instant)
        return day + [.hour: Words.twoDigits(minute / 60), .minute: Words.twoDigits(minute % 60)]
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
