import Deadlines

/// What proposals become when people have answered earlier notices (spec §5).
struct AnsweredNotices {
    let rows: [QueuedNotice]
    let plan: NoticePlan
    let circumstances: Circumstances

    private var calendar: WorkCalendar { plan.calendar }
    private var office: OfficeHours { plan.office }

    /// Leaves out of `proposals` what the answers ask for: what was acknowledged is not said again before its next step;
    /// reminders that were snoozed become one on the day asked for, at the latest on the day it is due.
    func apply(_ answers: [Answer], to proposals: inout Proposals) {
        let known = Dictionary(
            (proposals.wanted + rows.map(\.notice)).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let told = Set(rows.filter(\.isTold).map(\.notice.identity))
        var snoozes: [Pair: Snooze] = [:]
        for answer in answers {
            guard let answered = known[answer.key] else { continue }
            let pair = Pair(subject: answered.subject, person: answer.person)
            switch answer.wish {
            case .acknowledge:
                let heard = max(answered.falls, answer.at)
                proposals.hinder(.acknowledged) { pair.holds($0) && $0.falls <= heard && !told.contains($0.identity) }
            case .snooze(let until):
                snoozes[pair] = Snooze(role: answered.recipient.role, asked: answer.at, until: until)
            }
        }
        for (pair, snooze) in snoozes { move(pair, snooze, in: &proposals) }
    }

    /// One person's reminders of one thing; the latest answer about them counts.
    private struct Pair: Hashable {
        let subject: NoticeSubject
        let person: PersonID

        func holds(_ notice: PlannedNotice) -> Bool {
            notice.subject == subject && notice.recipient.person == person
        }
    }

    /// When a person asked, in which role, and for which day.
    private struct Snooze {
        let role: Role
        let asked: Instant
        let until: LocalDate
    }

    private func move(_ pair: Pair, _ snooze: Snooze, in proposals: inout Proposals) {
        guard case .requirement(_, let due) = pair.subject,
            proposals.wanted.contains(where: { $0.subject == pair.subject })
        else { return }
        let target = opening(on: snooze.until, notAfter: due)
        guard target > snooze.asked, let recipient = recipient(pair, snooze.role, target, due) else { return }
        proposals.hinder(.snoozed) {
            pair.holds($0) && $0.stage == .reminder && !$0.isQuestion && $0.falls > snooze.asked && $0.falls < target
        }
        let reached = Pair(subject: pair.subject, person: recipient.person)
        if proposals.wanted.contains(where: { reached.holds($0) && $0.falls == target }) { return }
        proposals.wanted.append(
            PlannedNotice(
                pair.subject, step: "snoozed-until-\(calendar.zone.date(of: target))", stage: .reminder,
                recipient: recipient, falls: target))
    }

    /// Whom the reminder reaches on the day asked for: the person, or who stands in then; nil where the role is somebody else's.
    private func recipient(_ pair: Pair, _ role: Role, _ target: Instant, _ due: Moment) -> Recipient? {
        let isClockTime = due.isInstant
        guard let recipient = plan.recipient(of: role, target, isClockTime: isClockTime, circumstances) else {
            return nil
        }
        if recipient.person == pair.person { return recipient }
        if case .substitute(for: pair.person, _) = recipient.reason { return recipient }
        return nil
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
