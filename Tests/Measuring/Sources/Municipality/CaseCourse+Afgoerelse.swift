import Deadlines

extension CaseCourse {
    /// What is decided.
    enum Afgoerelse: String {
        case stoettende, anbringelse, formandsbeslutning
    }

    /// A decision: planned, talked over with the child, brought before a meeting, taken, complained of.
    ///
    /// - Returns: its reference.
    mutating func afgoerelse(
        _ type: Afgoerelse, on date: LocalDate, samtykke: Bool? = nil, plan: Bool = false
    ) -> String {
        let ref = reference("afg")
        var data: [String: FieldValue] = ["type": .word(type.rawValue)]
        if let samtykke { data["samtykke"] = .flag(samtykke) }
        if plan { data["plan"] = .flag(true) }
        if type == .formandsbeslutning {
            data["ivaerksat"] = .date(date)
        } else {
            prepare(date, ref, data)
        }
        happens(.afgoerelseTruffet, on: date, ref: ref, data: data)
        if chance.happens(Frequency.klage) { klage(of: date, ref) }
        return ref
    }

    private mutating func prepare(_ date: LocalDate, _ ref: String, _ data: [String: FieldValue]) {
        if chance.happens(Frequency.planlagtAfgoerelse) {
            let planned = data.merging(["dato": .date(date)]) { first, _ in first }
            happens(.afgoerelsePlanlagt, on: workday(date, minus: chance.number(10...30)), ref: ref, data: planned)
        }
        if chance.happens(Frequency.visitation) {
            let meeting = workday(date, minus: chance.number(2...7))
            happens(
                .visitationPlanlagt, on: workday(meeting, minus: chance.number(7...21)), data: ["dato": .date(meeting)])
        }
        samtale("afgoerelse", ref, in: workday(date, minus: 30), before: date)
    }

    /// The plan that is to be made within three months of a decision: in time, late or never.
    mutating func plan(for ref: String, decided: LocalDate) {
        let outcome = chance.below(100)
        if outcome < Frequency.planTilTiden {
            happens(.planUdarbejdet, on: workday(decided, plus: chance.number(10...86)), ref: ref)
        } else if outcome < Frequency.planTilTiden + Frequency.planForSent {
            happens(.planUdarbejdet, on: workday(decided, plus: chance.number(95...200)), ref: ref)
        }
    }

    private mutating func klage(of date: LocalDate, _ decision: String) {
        let ref = reference("klage")
        let received = workday(date, plus: chance.number(5...28))
        let days = chance.happens(Frequency.klageTilTiden) ? chance.number(5...25) : chance.number(29...60)
        happens(.klageModtaget, on: received, ref: ref)
        happens(.klageGenvurderet, on: workday(received, plus: days), ref: ref)
    }
}
