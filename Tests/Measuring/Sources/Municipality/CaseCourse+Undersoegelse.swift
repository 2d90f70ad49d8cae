import Deadlines

extension CaseCourse {
    /// An investigation, with its conversation and what is reported meanwhile.
    ///
    /// - Returns: the day it is finished.
    mutating func undersoegelse(from start: LocalDate) -> LocalDate {
        let ref = reference("bfu")
        // A need may be seen some days before the decision to investigate; the four months count from there.
        let needed = chance.happens(15)
        let first = needed ? max(opened, workday(start, minus: chance.number(1...8))) : start
        if needed { happens(.bfuBehov, on: first, ref: ref) }
        happens(.bfuBesluttet, on: start, ref: ref)
        let due = first.adding(months: 4)
        let end = undersoegelsesslut(due, ref)
        samtale("bfu", ref, in: workday(start, plus: 5), before: end)
        furtherReports(from: start, until: end, duringMeasure: false)
        let begrundet = chance.happens(Frequency.begrundetStillingtagen)
        happens(.bfuAfsluttet, on: end, ref: ref, data: begrundet ? ["begrundet_stillingtagen": .flag(true)] : [:])
        return end
    }

    /// What is finished in time is mostly finished late in it.
    private mutating func undersoegelsesslut(_ due: LocalDate, _ ref: String) -> LocalDate {
        let isProvisional = chance.happens(Frequency.foreloebigVurdering)
        if !isProvisional, chance.happens(Frequency.undersoegelseTilTiden) {
            return workday(due, minus: chance.low(0...60))
        }
        if isProvisional {
            let aarsag = chance.one(of: [
                ("boernehus", weight: 2), ("foraeldrekompetenceundersoegelse", weight: 4),
                ("laege-eller-psykolog", weight: 2), ("udeblivelse", weight: 1), ("arbejdspres", weight: 1),
            ])
            happens(
                .bfuForeloebigVurdering, on: workday(due, minus: chance.number(1...20)), ref: ref,
                data: ["aarsag": .word(aarsag)])
        }
        return workday(due, plus: chance.low(1...150))
    }

    /// A conversation with the child: in time, waived, too late or never.
    mutating func samtale(_ purpose: String, _ ref: String, in start: LocalDate, before end: LocalDate) {
        guard start >= firstBirthday, start < end else { return }
        let formaal: [String: FieldValue] = ["formaal": .word(purpose)]
        let day = workday(end, minus: chance.number(1...max(1, start.days(until: end) - 1)))
        let outcome = chance.below(100)
        let waived = Frequency.samtaleTilTiden + Frequency.samtaleFravalgt
        if outcome < Frequency.samtaleTilTiden {
            happens(.boernesamtaleAfholdt, on: day, ref: ref, data: formaal)
        } else if outcome < waived {
            let begrundelse = chance.one(of: [
                ("modenhed", weight: 3), ("afvist-af-barnet", weight: 2), ("andet", weight: 1),
            ])
            let data = formaal.merging(["begrundelse": .word(begrundelse)]) { first, _ in first }
            happens(.boernesamtaleFravalgt, on: day, ref: ref, data: data)
        } else if outcome < waived + Frequency.samtaleForSent {
            happens(.boernesamtaleAfholdt, on: workday(end, plus: chance.number(1...30)), ref: ref, data: formaal)
        }
    }
}
