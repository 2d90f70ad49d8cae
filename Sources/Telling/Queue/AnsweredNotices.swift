import Deadlines

/// What notices become when people have answered earlier ones (spec §5).
struct AnsweredNotices {
    let queue: [QueuedNotice]
    let calendar: WorkCalendar
    let office: OfficeHours

    /// `wanted` as the answers leave it: what was acknowledged is not said again before its next step; reminders that
    /// were snoozed become one on the day asked for, at the latest on the day it is due.
    func applying(_ answers: [Answer], to wanted: [PlannedNotice]) -> [PlannedNotice] {
        guard !answers.isEmpty else { return wanted }
        let known = Dictionary(
            (wanted + queue.map(\.notice)).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var snoozes: [Pair: (answer: Answer, until: LocalDate)] = [:]
        var result = wanted
        for answer in answers {
            guard let answered = known[answer.key] else { continue }
            switch answer.wish {
            case .acknowledge:
                let heard = max(answered.falls, answer.at)
                result.removeAll {
                    $0.subject == answered.subject && $0.recipient.person == answer.person && $0.falls <= heard
                        && !isSent($0)
                }
            case .snooze(let until):
                snoozes[Pair(subject: answered.subject, person: answer.person)] = (answer, until)
            }
        }
        for (pair, snooze) in snoozes { move(pair, snooze.answer.at, snooze.until, in: &result) }
        return result
    }

    /// One person's reminders of one thing; the latest answer about them counts.
    private struct Pair: Hashable {
        let subject: NoticeSubject
        let person: PersonID
    }

    private func isSent(_ notice: PlannedNotice) -> Bool {
        queue.contains { $0.notice.key == notice.key && $0.state == .sent }
    }

    private func move(_ pair: Pair, _ asked: Instant, _ until: LocalDate, in notices: inout [PlannedNotice]) {
        guard case .requirement(_, let due) = pair.subject,
            let own = notices.first(where: { $0.subject == pair.subject && $0.recipient.person == pair.person })
        else { return }
        let target = opening(on: until, notAfter: due)
        guard target > asked else { return }
        notices.removeAll {
            $0.subject == pair.subject && $0.recipient.person == pair.person && $0.stage == .reminder
                && !$0.isQuestion && $0.falls > asked && $0.falls < target
        }
        let isTold = notices.contains {
            $0.subject == pair.subject && $0.recipient.person == pair.person && $0.falls == target
        }
        if isTold { return }
        notices.append(
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
