import Deadlines

extension CaseCourse {
    /// A measure, with its follow-ups, visits and reports, until the child is eighteen at the latest.
    ///
    /// - Parameter examined: the end of an investigation that ran when the measure began.
    /// - Returns: the day it ends.
    mutating func indsats(
        _ type: String, from start: LocalDate, until wanted: LocalDate, examined: LocalDate? = nil
    ) -> LocalDate {
        let ref = reference("ind")
        let end = workday(min(wanted, max(fylder18, start.adding(days: 30))))
        happens(.indsatsIvaerksat, on: start, ref: ref, data: ["type": .word(type)])
        opfoelgninger(ref, from: start, until: end, examined: examined)
        if type == "anbringelse" {
            tilsyn(ref, from: start, until: end)
            overgang(ref, from: start, until: end)
        }
        furtherReports(from: start, until: end, duringMeasure: true)
        happens(.indsatsAfsluttet, on: end, ref: ref)
        return end
    }

    private mutating func opfoelgninger(
        _ ref: String, from start: LocalDate, until end: LocalDate, examined: LocalDate?
    ) {
        var due = min(start.adding(months: 3), examined ?? start.adding(months: 3))
        var timely = Frequency.foersteOpfoelgningTilTiden
        var last = start
        while due < end, due <= lastDay {
            let isTimely = chance.happens(timely)
            timely = Frequency.senereOpfoelgningTilTiden
            if !isTimely, chance.happens(Frequency.opfoelgningUdeblevet) {
                due = due.adding(months: 6)
                continue
            }
            let wanted = isTimely ? workday(due, minus: chance.low(0...30)) : workday(due, plus: chance.low(1...100))
            let held = max(wanted, workday(last, plus: 1))
            guard held < end else { return }
            last = held
            due = opfoelgning(ref, held)
        }
    }

    /// - Returns: when the next is due.
    private mutating func opfoelgning(_ ref: String, _ held: LocalDate) -> LocalDate {
        let next = chance.happens(Frequency.naesteDatoAftalt) ? workday(held, plus: chance.number(85...180)) : nil
        var data: [String: FieldValue] = [:]
        if let next { data["naeste"] = .date(next) }
        if held >= firstBirthday, chance.happens(Frequency.barnetInddraget) { data["barnet_inddraget"] = .flag(true) }
        happens(.opfoelgningAfholdt, on: held, ref: ref, data: data)
        return next ?? held.adding(months: 6)
    }

    private mutating func tilsyn(_ ref: String, from start: LocalDate, until end: LocalDate) {
        var year = start
        while year < end, year <= lastDay {
            let second =
                chance.happens(Frequency.andetTilsynTilTiden) ? chance.number(215...360) : chance.number(366...420)
            for days in [chance.number(60...200), second] {
                let visited = workday(year, plus: days)
                guard visited < end else { continue }
                let withTalk = chance.happens(Frequency.tilsynMedSamtale)
                happens(.tilsynAfholdt, on: visited, ref: ref, data: withTalk ? ["samtale": .flag(true)] : [:])
            }
            year = year.adding(months: 12)
        }
    }

    private mutating func overgang(_ ref: String, from start: LocalDate, until end: LocalDate) {
        let due = max(fylder18.adding(months: -6), start)
        guard due < end else { return }
        let isTimely = chance.happens(Frequency.overgangTilTiden)
        let decided = isTimely ? workday(due, minus: chance.number(0...60)) : workday(due, plus: chance.number(5...120))
        happens(.overgangBesluttet, on: max(decided, start), ref: ref)
    }
}
