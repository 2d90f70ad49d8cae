import Configuration
import Deadlines
import Telling
import TestSupport
import Testing

/// A silent feed is told once, and again when it speaks.
@Suite struct FeedWatchTests {
    private func watch(_ limit: TimeLimit?) throws -> FeedWatch {
        FeedWatch(
            silentAfter: limit, office: try Shipped.settings.office,
            organisation: try Office.organisation(Office.department, Office.team), zone: try Shipped.zone)
    }

    private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

    @Test(arguments: [
        (TimeLimit(2, .workingDays), "2024-06-06T15:00:00+02:00", "2024-06-10T15:00:00+02:00"),  // over a weekend
        (TimeLimit(8, .hours), "2024-06-06T15:00:00+02:00", "2024-06-06T23:00:00+02:00"),
        (TimeLimit(10, .hours), "2024-06-07T15:00:00+02:00", "2024-06-10T01:00:00+02:00"),
        // Easter, and the clocks go forward.
        (TimeLimit(1, .days), "2024-03-27T12:00:00+01:00", "2024-04-02T12:00:00+02:00"),
        // From a Saturday: a whole Monday.
        (TimeLimit(1, .days), "2024-06-08T12:00:00+02:00", "2024-06-11T00:00:00+02:00"),
    ])
    func `silence is counted on days when the office opens`(limit: TimeLimit, heard: String, silent: String) throws {
        #expect(try watch(limit).silent(since: instant(heard)) == instant(silent))
    }

    @Test func `it may be told never`() throws {
        let never = try watch(nil)
        #expect(try never.silent(since: instant("2020-01-01T00:00:00+01:00")) == nil)
        #expect(
            try never.changes(
                heard: instant("2020-01-01T00:00:00+01:00"), queue: [], at: instant("2024-01-01T00:00:00+01:00")) == [])
    }

    /// What is queued, as a line each, and the queue after it.
    private func tell(_ watch: FeedWatch, heard: String, _ queue: [QueuedNotice], at moment: String) throws -> (
        lines: [String], queue: [QueuedNotice]
    ) {
        var queue = queue
        let zone = try Shipped.zone
        let lines = try watch.changes(heard: instant(heard), queue: queue, at: instant(moment)).map { change in
            switch change {
            case .add(let notice, let scheduled, _):
                queue.append(QueuedNotice(notice, scheduled: scheduled, state: .waiting))
                return "\(zone.text(of: scheduled).prefix(16)) \(notice.step) \(notice.recipient.person)"
            case .withdraw(let key, _):
                queue.removeAll { $0.notice.key == key }
                return "withdrawn"
            default: return "\(change)"
            }
        }
        return (lines.sorted(), queue)
    }

    @Test func `operations and the head are told once, and again when it speaks`() throws {
        let watch = try watch(TimeLimit(8, .hours))
        let heard = "2024-06-06T15:00:00+02:00"
        #expect(try tell(watch, heard: heard, [], at: "2024-06-06T22:59:59+02:00").lines == [])
        var (lines, queue) = try tell(watch, heard: heard, [], at: "2024-06-06T23:00:00+02:00")
        #expect(lines == ["2024-06-06T23:00 silent afd", "2024-06-06T23:00 silent dri"])
        #expect(try tell(watch, heard: heard, queue, at: "2024-06-10T12:00:00+02:00").lines == [])
        queue = queue.map { QueuedNotice($0.notice, scheduled: $0.scheduled, state: .sent) }
        let again = "2024-06-08T11:00:00+02:00"
        (lines, queue) = try tell(watch, heard: again, queue, at: again)
        #expect(lines == ["2024-06-10T08:00 speaking afd", "2024-06-10T08:00 speaking dri"])
        #expect(try tell(watch, heard: again, queue, at: "2024-06-10T07:00:00+02:00").lines == [])
    }

    @Test func `speaking before anybody was told, it was not silent`() throws {
        let watch = try watch(TimeLimit(8, .hours))
        let (_, queue) = try tell(
            watch, heard: "2024-06-06T15:00:00+02:00", [], at: "2024-06-06T23:00:00+02:00")
        let (lines, _) = try tell(watch, heard: "2024-06-06T23:00:01+02:00", queue, at: "2024-06-06T23:00:01+02:00")
        #expect(lines == ["withdrawn", "withdrawn"])
    }
}
