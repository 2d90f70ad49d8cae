import Deadlines

/// When what happened comes into the case system, and so to fristd.
struct Registration {
    let calendar: WorkCalendar

    /// Who registers.
    enum Way {
        /// A caseworker, at the desk.
        case byHand
        /// The case system by itself, within minutes.
        case automatic
        /// Whoever is on duty, within the hour.
        case onDuty
        /// A leader who moves a case, before the office opens.
        case beforeOpening
    }

    /// Working days until a caseworker registers, by weight. No figures are published. The shape is what caseworkers tell:
    /// most the same day or the next, some when the week is cleared up, a tail of one to three weeks when a notebook is.
    static let workingDays: [(ClosedRange<Int>, weight: Int)] = [(0...0, 50), (1...1, 25), (2...4, 13), (5...15, 12)]
    /// Minutes past midnight between which caseworkers register.
    static let desk = 8 * 60 + 30...16 * 60

    /// When it is registered; never before it happened.
    func received(_ at: Moment, _ way: Way, _ chance: inout Chance) -> Instant {
        let zone = calendar.zone
        let earliest = at.earliest(in: zone)
        switch way {
        case .automatic: return earliest.adding(milliseconds: Int64(chance.number(1...20)) * 60_000)
        case .onDuty: return earliest.adding(milliseconds: Int64(chance.number(2...60)) * 60_000)
        case .beforeOpening: return zone.instant(of: at.date(in: zone), minute: 7 * 60 + chance.below(50))
        case .byHand: return byHand(at, &chance)
        }
    }

    private func byHand(_ at: Moment, _ chance: inout Chance) -> Instant {
        let zone = calendar.zone
        var day = at.date(in: zone)
        var opens = Self.desk.lowerBound
        if case .instant(let instant) = at {
            let minute = zone.minuteOfDay(of: instant) + 5
            if minute >= Self.desk.upperBound { day = day.adding(days: 1) } else { opens = max(opens, minute) }
        }
        if !calendar.isWorkingDay(day) {
            (day, opens) = (calendar.date(day, plus: TimeLimit(1, .workingDays)), Self.desk.lowerBound)
        }
        let late = chance.number(chance.one(of: Self.workingDays))
        if late > 0 { (day, opens) = (calendar.date(day, plus: TimeLimit(late, .workingDays)), Self.desk.lowerBound) }
        return zone.instant(of: day, minute: chance.number(opens...Self.desk.upperBound))
    }
}
