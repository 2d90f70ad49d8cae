/// The Danish public holidays, which a sum of working days skips.
package enum Holidays {
    /// The last year in which store bededag was a holiday.
    ///
    /// Source: lov om konsekvenser ved afskaffelsen af store bededag som helligdag, in force 1 January 2024.
    static let lastBededag = 2023

    /// Whether `date` is a Danish public holiday. Sundays that are nothing more are not.
    package static func contains(_ date: LocalDate) -> Bool {
        let index = date.daysSinceEpoch - table.first
        if table.days.indices.contains(index) { return table.days[index] }
        return days(of: date.components.year).contains(date)
    }

    /// The holidays of the years that deadlines lie in, a flag a day: every step of every reckoning asks.
    private static let table: (first: Int, days: [Bool]) = {
        let years = 1999...2101
        let first = LocalDate(validYear: years.lowerBound, month: 1, day: 1).daysSinceEpoch
        let end = LocalDate(validYear: years.upperBound + 1, month: 1, day: 1).daysSinceEpoch
        var days = [Bool](repeating: false, count: end - first)
        for year in years {
            for day in Holidays.days(of: year) { days[day.daysSinceEpoch - first] = true }
        }
        return (first, days)
    }()

    /// The holidays of a year.
    static func days(of year: Int) -> [LocalDate] {
        let easter = easter(of: year)
        // Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday; and the fourth
        // Friday after Easter.
        let moving = [-3, -2, 0, 1, 39, 49, 50] + (year <= lastBededag ? [26] : [])
        let fixed = [(1, 1), (12, 25), (12, 26)].map { LocalDate(validYear: year, month: $0.0, day: $0.1) }
        return fixed + moving.map { easter.adding(days: $0) }
    }

    /// Easter Sunday of a year of the Gregorian calendar (the anonymous Gregorian computus).
    static func easter(of year: Int) -> LocalDate {
        let golden = year % 19
        let century = year / 100
        let leapCorrection = century - century / 4
        let moonCorrection = (8 * century + 13) / 25
        let epact = (leapCorrection - moonCorrection + 19 * golden + 15) % 30
        let moon = epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11))
        let weekday = (year + year / 4 + moon + 2 - leapCorrection) % 7
        let offset = moon - weekday
        let month = 3 + (offset + 40) / 44
        let day = offset + 28 - 31 * (month / 4)
        return LocalDate(validYear: year, month: month, day: day)
    }
}
