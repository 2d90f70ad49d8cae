package import Deadlines

/// Counts what leaders found, a case at a time.
///
/// Of what was found under one review in one case the first counts: what is found later of the same says that it was put right.
package struct ReviewCounter: Sendable {
    private struct Place: Hashable {
        let team: TeamID?
        let code: String
    }

    private struct Reading {
        var open: [PersonID?: Int] = [:]
        var read: [PersonID?: Int] = [:]
        var last: [PersonID?: LocalDate] = [:]
    }

    private let period: Period
    private let before: Period
    private let only: TeamID?
    private let moment: Instant
    private let law: Law
    private let review: LeadersReview
    private let calendar: WorkCalendar
    private var now: [Place: ReviewCounts] = [:]
    private var then: [Place: ReviewCounts] = [:]
    private var readings: [TeamID?: Reading] = [:]

    /// Nothing counted yet.
    ///
    /// - Parameter only: leaves other teams out.
    package init(
        of period: Period, before: Period, only: TeamID? = nil, at moment: Instant, under law: Law,
        _ review: LeadersReview,
        on calendar: WorkCalendar
    ) {
        self.period = period
        self.before = before
        self.only = only
        self.moment = moment
        self.law = law
        self.review = review
        self.calendar = calendar
    }

    /// Counts a case of these updates; what is no child's is not read.
    package mutating func add(_ caseID: CaseID, updates: [Update]) {
        guard law.namespace(of: caseID) == nil else { return }
        let file = CaseFile(caseID, updates: updates, law: law, zone: calendar.zone, at: moment)
        let findings = file.findings(under: law, review)
        for finding in findings {
            let place = Place(team: finding.holder.team, code: finding.subject)
            if period.contains(finding.date) { now[place, default: ReviewCounts()].add(finding.answer, under: review) }
            if before.contains(finding.date) { then[place, default: ReviewCounts()].add(finding.answer, under: review) }
        }
        let today = calendar.zone.date(of: moment)
        let lately = findings.filter { review.counts($0.date, on: today, by: calendar) }
        for finding in lately {
            let known = readings[finding.holder.team]?.last[finding.holder.caseworker]
            readings[finding.holder.team, default: Reading()].last[finding.holder.caseworker] =
                max(known ?? finding.date, finding.date)
        }
        guard file.isOpen(under: law) else { return }
        readings[file.holder.team, default: Reading()].open[file.holder.caseworker, default: 0] += 1
        if !lately.isEmpty {
            readings[file.holder.team, default: Reading()].read[file.holder.caseworker, default: 0] += 1
        }
    }

    /// What it came to, once all cases have been added.
    package func figures() -> ReviewFigures {
        let known = Set(readings.keys).union(now.keys.map(\.team)).union(then.keys.map(\.team))
        let teams = known.filter { only == nil || $0 == only }.sorted(by: isBefore).map { team in
            ReviewFigures.Team(team: team, rows: rows(of: team), caseworkers: coverage(of: team))
        }
        return ReviewFigures(
            period: period, before: before, moment: moment, answers: review.answers, teams: teams)
    }

    private func rows(of team: TeamID?) -> [ReviewFigures.Row] {
        review.pejlemaerker.map { part in
            let place = Place(team: team, code: part.code)
            return ReviewFigures.Row(
                code: part.code, now: now[place] ?? ReviewCounts(), before: then[place] ?? ReviewCounts())
        }
    }

    private func coverage(of team: TeamID?) -> [ReviewFigures.Coverage] {
        guard let reading = readings[team] else { return [] }
        return reading.open.keys.sorted(by: isBefore).map { caseworker in
            ReviewFigures.Coverage(
                caseworker: caseworker, open: reading.open[caseworker] ?? 0, read: reading.read[caseworker] ?? 0,
                last: reading.last[caseworker])
        }
    }
}

/// Ids in their order, none last.
private func isBefore<Thing>(_ left: Identifier<Thing>?, _ right: Identifier<Thing>?) -> Bool {
    guard let left else { return false }
    return right.map { left < $0 } ?? true
}
