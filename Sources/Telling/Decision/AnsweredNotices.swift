import Deadlines

/// What proposals become when people have answered earlier notices (spec §5).
struct AnsweredNotices {
    let rows: [QueuedNotice]
    let calendar: WorkCalendar
    let office: OfficeHours

    /// Leaves out of `proposals` what the answers ask for: what was acknowledged is not said again before its next step;
    /// reminders that were snoozed become one on the day asked for, at the latest on the day it is due.
    func apply(_ answers: [Answer], to proposals: inout Proposals) {
        let known = Dictionary(
            (proposals.wanted + rows.map(\.notice)).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let told = Set(rows.filter(\.isTold).map(\.notice.identity))
        var snoozes: [Pair: (asked: Instant, until: LocalDate)] = [:]
        for answer in answers {
            guard let answered = known[answer.key] else { continue }
            let pair = Pair(subject: answered.subject, person: answer.person)
            switch answer.wish {
            case .acknowledge:
                let heard = max(answered.falls, answer.at)
                proposals.hinder(.acknowledged) { pair.holds($0) && $0.falls <= heard && !told.contains($0.identity) }
            case .snooze(let until): snoozes[pair] = (answer.at, until)
            }
        }
        for (pair, snooze) in snoozes { move(pair, snooze.asked, snooze.until, in: &proposals) }
    }

    /// One person's reminders of one thing; the latest answer about them counts.
    private struct Pair: Hashable {
        let subject: NoticeSubject
        let person: PersonID

        func holds(_ notice: PlannedNotice) -> Bool {
            notice.subject == subject && notice.recipient.person == person
        }
    }

    private func move(_ pair: Pair, _ asked: Instant, _ until: LocalDate, in proposals: inout Proposals) {
        guard case .requirement(_, let due) = pair.subject, let own = proposals.wanted.first(where: pair.holds) else {
            return
        }
        let target = opening(on: until, notAfter: due)
        guard target > asked else { return }
        proposals.hinder(.snoozed) {
            pair.holds($0) && $0.stage == .reminder && !$0.isQuestion && $0.falls > asked && $0.falls < target
        }
        if proposals.wanted.contains(where: { pair.holds($0) && $0.falls == target }) { return }
        proposals.wanted.append(
            PlannedNotice(
                pair.subject, step: "snoozed-until-\(calendar.zone.date(of: target))", stage: .reminder,
                recipient: own.recipient, falls: target))
    }

    /// The opening on the first open day from `date` on, or else the last one that is still in time.
    private func opening(on date: LocalDate, notAfter due: Moment) -> Instant {
        let wished = office.opening(on: office.firstDay(onOrAfter: date))
        let end = due.latest(in: calendar.zone)
        if wished < end { return wished }
        let lastDay = office.lastDay(onOrBefore: due.date(in: calendar.zone))
        let last = office.opening(on: lastDay)
        return last < end ? last : office.opening(on: office.lastDay(onOrBefore: lastDay.adding(days: -1)))
    }
}
