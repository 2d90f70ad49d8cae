/// The Danish public holidays, which a sum of working days skips.
public enum Holidays {
    /// The last year in which store bededag was a holiday.
    ///
    /// Source: lov om konsekvenser ved afskaffelsen af store bededag som helligdag, in force 1 January 2024.
    static let lastBededag = 2023

    /// Whether `date` is a Danish public holiday. Sundays that are nothing more are not.
    public static func contains(_ date: LocalDate) -> Bool {
        let (year, month, day) = date.components
        switch (month, day) {
        case (1, 1), (12, 25), (12, 26): return true
        default: break
        }
        // From Easter: Maundy Thursday, Good Friday, Easter Sunday and Monday, store bededag (the fourth Friday
        // after), Ascension, Whit Sunday and Monday.
        switch easter(of: year).days(until: date) {
        case -3, -2, 0, 1, 39, 49, 50: return true
        case 26: return year <= lastBededag
        default: return false
        }
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
