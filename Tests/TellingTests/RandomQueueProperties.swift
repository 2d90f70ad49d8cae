import Configuration
import TestSupport
import Testing

@testable import Deadlines
@testable import Telling

/// What holds for the queue of every case.
@Suite struct RandomQueueProperties {
    private let count = 300

    private func reckoner() throws -> CaseReckoner {
        CaseReckoner(
            law: try Shipped.wholeLaw, ladders: try Shipped.ladders, calendar: try Shipped.calendar,
            office: try Shipped.settings.office,
            organisation: try Office.organisation(Office.department, Office.team))
    }

    private func describe(_ updates: [Update], _ moment: Instant, _ changes: [QueueChange]) throws -> String {
        let zone = try Shipped.zone
        let lines = updates.map { "  \($0.at.text(in: zone)) \($0.event) \($0.ref?.rawValue ?? "–")" }
        let added = changes.map { change in
            if case .add(let notice, _, _) = change {
                "\(notice.requirement?.rule.rawValue ?? "") \(notice.step) \(notice.recipient.person)"
            } else {
                "\(change)"
            }
        }
        return "at \(zone.text(of: moment)): \(added)\n" + lines.sorted().joined(separator: "\n")
    }

    @Test func whatIsReplayedIsSentOnceInItsTime() throws {
        var seed = Seed(for: "replays")
        var wrong = Mismatches()
        var cases = RandomCases(under: try Shipped.wholeLaw)
        let (zone, office) = (try Shipped.zone, try Shipped.settings.office)
        let replay = Replay(reckoner: try reckoner())
        for _ in 0..<count {
            let one = cases.next(&seed)
            let end = seed.instant(years: 2023...2025)
            let queue = replay.queue(of: one.id, updates: one.updates, until: end)
            let again = replay.queue(of: one.id, updates: one.updates.shuffled(using: &seed), until: end)
            wrong.check(queue == again, "the order of arrival changes it")
            wrong.check(Set(queue.map(\.notice.key)).count == queue.count, "a key is there twice")
            for queued in queue {
                let (key, notice) = (queued.notice.key.rawValue, queued.notice)
                wrong.check(key.utf8.count == 24 && key.allSatisfy { ("a"..."z").contains($0) }, key)
                wrong.check(queued.scheduled >= notice.falls, "\(notice.step) is sent before it falls")
                wrong.check(queued.state != .sent || queued.scheduled <= end, "\(notice.step) is sent in the future")
                wrong.check(queued.state != .waiting || queued.scheduled > end, "\(notice.step) waits too long")
                let day = zone.date(of: queued.scheduled)
                let isOpening = office.isOpen(on: day) && office.opening(on: day) == queued.scheduled
                let isOfficeTime = office.isOpen(on: day) && office.opening(on: day) <= queued.scheduled
                wrong.check(
                    notice.isClockTime || isOpening || (notice.stage == .breach && isOfficeTime),
                    "\(notice.step) is not sent at an opening")
            }
        }
        wrong.expectNone(seed)
    }

    /// Reckoning a case again changes nothing in a queue that already says what is true.
    @Test func aSecondReckoningChangesNothing() throws {
        var seed = Seed(for: "second reckonings")
        var wrong = Mismatches()
        var cases = RandomCases(under: try Shipped.wholeLaw)
        let reckoner = try reckoner()
        for _ in 0..<count {
            let one = cases.next(&seed)
            let moment = seed.instant(years: 2023...2025)
            let updates = try one.updates.map { RegisteredUpdate($0, received: $0.at.earliest(in: try Shipped.zone)) }
            let first = reckoner.outcome(of: one.id, updates: updates, queue: [], at: moment)
            let queue = first.changes.compactMap { change in
                if case .add(let notice, let scheduled, _) = change {
                    QueuedNotice(notice, scheduled: scheduled, state: .waiting)
                } else {
                    nil
                }
            }
            wrong.check(queue.count == first.changes.count, "an empty queue is only added to")
            let second = reckoner.outcome(of: one.id, updates: updates, queue: queue, at: moment)
            try wrong.check(second.changes.isEmpty, describe(one.updates, moment, second.changes))
        }
        wrong.expectNone(seed)
    }
}
