import Deadlines
import Rules
import Telling

/// Reads `[office]`: when notices of date rules go out.
struct OfficeReader {
    let table: TomlTable
    let zone: Zone

    func hours() -> OfficeHours {
        OfficeHours(opens: opens(), weekdays: weekdays(), closed: closed(), zone: zone)
    }

    private func opens() -> Int {
        let standard = 8 * 60
        guard let text = table.string("opens") else { return standard }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]), (0..<24).contains(hour),
            let minute = Int(parts[1]), (0..<60).contains(minute)
        else {
            table.fault("opens", "\"\(text)\" is no time of day; write it as \"08:00\"")
            return standard
        }
        return hour * 60 + minute
    }

    private func weekdays() -> Set<Weekday> {
        guard let names = table.strings("weekdays") else {
            return [.monday, .tuesday, .wednesday, .thursday, .friday]
        }
        let days = Set(names.compactMap { table.word($0, "weekdays", Weekday.self) })
        if days.isEmpty { table.fault("weekdays", "names no day; the office must open on at least one") }
        return days
    }

    private func closed() -> Set<OfficeHours.ClosingDay> {
        Set(
            (table.strings("closed") ?? []).compactMap { text in
                if let date = LocalDate(text) { return .date(date) }
                if let (month, day) = yearly(text) { return .yearly(month: month, day: day) }
                table.fault("closed", "\"\(text)\" is no day; write 2026-12-24, or 12-24 for every year")
                return nil
            })
    }

    /// `12-24` as a day of a leap year, so that 02-29 can be named too.
    private func yearly(_ text: String) -> (month: Int, day: Int)? {
        LocalDate("2024-" + text).map { ($0.components.month, $0.components.day) }
    }
}
