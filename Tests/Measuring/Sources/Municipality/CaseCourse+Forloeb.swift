import Deadlines

extension CaseCourse {
    /// Lets the case run its course.
    ///
    /// - Returns: the day it is closed, which may be after the last day.
    mutating func run(_ forloeb: Forloeb) -> LocalDate {
        underretning(onOrAfter: opened, duringMeasure: false)
        let screened = workday(opened, plus: chance.number(5...25))
        happens(.screeningForetaget, on: screened)
        let ended: LocalDate =
            switch forloeb {
            case .raadgivning: workday(screened, plus: chance.number(1...20))
            case .tidligIndsats: tidligIndsats(after: screened)
            case .afdaekning: afdaekning(after: screened)
            case .stoette: stoette(after: undersoegelse(from: workday(screened, plus: chance.number(0...10))))
            case .anbringelse: anbringelse(after: undersoegelse(from: workday(screened, plus: chance.number(0...10))))
            case .akut: akut()
            }
        let closed = workday(ended, plus: chance.number(3...40))
        happens(.sagAfsluttet, on: closed)
        return closed
    }

    private mutating func tidligIndsats(after screened: LocalDate) -> LocalDate {
        let ref = reference("ind")
        let start = workday(screened, plus: chance.number(3...21))
        let end = workday(start, plus: chance.number(60...210))
        happens(.indsatsIvaerksat, on: start, ref: ref, data: ["type": .word("paragraf-11-3")])
        furtherReports(from: start, until: end, duringMeasure: false)
        happens(.indsatsAfsluttet, on: end, ref: ref)
        return end
    }

    private mutating func afdaekning(after screened: LocalDate) -> LocalDate {
        let start = workday(screened, plus: chance.number(0...10))
        let end = workday(start, plus: chance.number(30...110))
        happens(.afdaekningPaabegyndt, on: start, ref: "afd-1")
        happens(.afdaekningAfsluttet, on: end, ref: "afd-1")
        return stoette(after: end)
    }

    private mutating func stoette(after examined: LocalDate) -> LocalDate {
        let decided = workday(examined, plus: chance.number(7...40))
        let withPlan = chance.happens(Frequency.planVedStoette)
        let decision = afgoerelse(.stoettende, on: decided, plan: withPlan)
        if withPlan { plan(for: decision, decided: decided) }
        let type = chance.one(of: [
            ("kontaktperson", weight: 3), ("familiebehandling", weight: 4), ("aflastning", weight: 3),
        ])
        let start = workday(decided, plus: chance.low(3...90))
        return indsats(type, from: start, until: workday(start, plus: chance.number(180...720)))
    }

    private mutating func anbringelse(after examined: LocalDate) -> LocalDate {
        let decided = workday(examined, plus: chance.number(7...35))
        let start = workday(decided, plus: chance.low(0...40))
        placed(on: decided)
        return indsats("anbringelse", from: start, until: start.adding(months: chance.number(18...60)))
    }

    /// Decides on a placement; what is decided without consent needs its plan before.
    private mutating func placed(on decided: LocalDate) {
        let samtykke = chance.happens(Frequency.samtykke)
        let decision = afgoerelse(.anbringelse, on: decided, samtykke: samtykke)
        if samtykke {
            plan(for: decision, decided: decided)
        } else if chance.happens(Frequency.planTilTiden) {
            happens(.planUdarbejdet, on: workday(decided, minus: chance.number(1...20)), ref: decision)
        } else {
            happens(.planUdarbejdet, on: workday(decided, plus: chance.number(1...60)), ref: decision)
        }
    }

    private mutating func akut() -> LocalDate {
        let placed = opened.adding(days: chance.number(0...3))
        let decision = afgoerelse(.formandsbeslutning, on: placed)
        let days = chance.happens(Frequency.godkendtTilTiden) ? chance.number(2...6) : chance.number(7...14)
        happens(.afgoerelseGodkendt, on: placed.adding(days: days), ref: decision)
        let examined = undersoegelse(from: workday(placed, plus: chance.number(1...14)))
        self.placed(on: workday(examined, plus: chance.number(7...30)))
        return indsats(
            "anbringelse", from: placed, until: placed.adding(months: chance.number(18...60)), examined: examined)
    }
}
