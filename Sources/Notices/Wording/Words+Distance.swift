import Deadlines
import Telling

/// How far away a due time is.
enum DistanceWord: String, Phrase {
    case ago, ahead, hoursAgo, hoursAhead, today, tomorrow, yesterday

    enum Gaps: String, Gap { case count, one }

    var table: String? { "distance" }
}

extension Words {
    /// `om 4 dage`, `i går`, of an instant that is less than a day away `om 4 timer`; nil where that is less than an hour.
    func distance(from moment: Instant, to due: Moment, in zone: Zone) -> String? {
        if case .instant(let instant) = due {
            let hours = Int((instant.milliseconds - moment.milliseconds) / 3_600_000)
            if hours == 0 { return nil }
            if abs(hours) < 24 { return say(hours > 0 ? .hoursAhead : .hoursAgo, count: abs(hours)) }
        }
        let days = zone.date(of: moment).days(until: due.date(in: zone))
        return switch days {
        case 0: say(.today, count: 0)
        case 1: say(.tomorrow, count: 1)
        case -1: say(.yesterday, count: 1)
        default: say(days > 0 ? .ahead : .ago, count: abs(days))
        }
    }

    private func say(_ word: DistanceWord, count: Int) -> String {
        say(word, [.count: String(count), .one: count == 1])
    }
}

extension Wording {
    /// The last day before a due date on which the office opens, where it is closed on that date itself and the day has not passed.
    func lastDay(before due: Moment, from moment: Instant) -> String? {
        guard case .date(let due) = due, !office.isOpen(on: due) else { return nil }
        let (last, today) = (office.lastDay(onOrBefore: due), zone.date(of: moment))
        guard last >= today else { return nil }
        return last == today ? words.say(DistanceWord.today) : words.nearDate(last, beside: due)
    }
}
