import Deadlines

extension CaseCourse {
    /// Minutes of the day at which reports come, by weight: most in office hours, some in the evening, a few at night.
    private static let hours: [(ClosedRange<Int>, weight: Int)] = [
        (8 * 60...16 * 60, 75), (16 * 60...22 * 60, 17), (22 * 60...23 * 60 + 59, 4), (0...8 * 60, 4),
    ]

    /// A report, with what follows from it, within three days: on any of them, night and weekend.
    mutating func underretning(onOrAfter date: LocalDate, duringMeasure: Bool) {
        let ref = reference("und")
        let day = date.adding(days: chance.number(0...2))
        let received = calendar.zone.instant(of: day, minute: chance.number(chance.one(of: Self.hours)))
        let overgreb = chance.happens(Frequency.overgreb)
        let fagperson = chance.happens(Frequency.fagperson)
        var data: [String: FieldValue] = [:]
        if overgreb { data["overgreb"] = .flag(true) }
        if fagperson { data["fagperson"] = .flag(true) }
        happens(
            .underretningModtaget, at: .instant(received), ref: ref, data: data,
            chance.happens(Frequency.digitalUnderretning) ? .automatic : .byHand)
        vurdering(of: received, ref)
        reply(on: day, ref, fagperson: fagperson)
        if overgreb { samtaleOmOvergreb(day, ref) }
        if duringMeasure { genvurdering(day, ref) }
    }

    /// Further reports while something runs.
    mutating func furtherReports(from start: LocalDate, until end: LocalDate, duringMeasure: Bool) {
        var date = start
        while date.adding(days: 182) < end, date <= lastDay {
            let reported = date.adding(days: chance.number(1...180))
            if chance.happens(Frequency.nyUnderretningPrHalvaar) {
                underretning(onOrAfter: reported, duringMeasure: duringMeasure)
            }
            date = date.adding(days: 182)
        }
    }

    /// Most by whoever is on duty, registered at once; the rest by the caseworker.
    private mutating func vurdering(of received: Instant, _ ref: String) {
        let isTimely = chance.happens(Frequency.vurderetTilTiden)
        let minutes = isTimely ? chance.low(20...1380) : chance.low(1500...5000)
        let assessed = received.adding(milliseconds: Int64(minutes) * 60_000)
        let byDuty = chance.happens(75)
        // One in ten is registered with its date alone.
        let moment: Moment = chance.happens(10) ? .date(calendar.zone.date(of: assessed)) : .instant(assessed)
        happens(.underretningVurderet, at: moment, ref: ref, byDuty ? .onDuty : .byHand, really: assessed)
    }

    private mutating func reply(on day: LocalDate, _ ref: String, fagperson: Bool) {
        if chance.happens(Frequency.kvitteretTilTiden) {
            happens(
                .underretningKvitteret, on: calendar.date(day, plus: TimeLimit(chance.number(1...6), .workingDays)),
                ref: ref)
        } else if chance.happens(100 * Frequency.kvitteretSent / (100 - Frequency.kvitteretTilTiden)) {
            happens(
                .underretningKvitteret, on: calendar.date(day, plus: TimeLimit(chance.number(7...20), .workingDays)),
                ref: ref)
        }
        happens(.partshoeringIndkaldt, on: workday(day, plus: chance.number(2...20)), ref: ref)
        if fagperson { happens(.underretningOrienteret, on: workday(day, plus: chance.number(10...45)), ref: ref) }
    }

    private mutating func samtaleOmOvergreb(_ day: LocalDate, _ ref: String) {
        let formaal: [String: FieldValue] = ["formaal": .word("underretning")]
        if chance.happens(Frequency.samtaleTilTiden) {
            happens(.boernesamtaleAfholdt, on: day.adding(days: chance.number(0...7)), ref: ref, data: formaal)
        } else if chance.happens(50) {
            happens(.boernesamtaleAfholdt, on: workday(day, plus: chance.number(8...25)), ref: ref, data: formaal)
        } else if chance.happens(50) {
            let data = formaal.merging(["begrundelse": .word("sagens-karakter")]) { first, _ in first }
            happens(.boernesamtaleFravalgt, on: day.adding(days: chance.number(1...6)), ref: ref, data: data)
        }
    }

    private mutating func genvurdering(_ day: LocalDate, _ ref: String) {
        if chance.happens(Frequency.genvurderetTilTiden) {
            happens(.genvurderingForetaget, on: workday(day, plus: chance.number(1...12)), ref: ref)
        } else if chance.happens(100 * Frequency.genvurderetSent / (100 - Frequency.genvurderetTilTiden)) {
            happens(.genvurderingForetaget, on: workday(day, plus: chance.number(15...40)), ref: ref)
        }
    }
}
