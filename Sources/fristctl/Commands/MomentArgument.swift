import ArgumentParser
import Deadlines

/// A moment that somebody types: with an offset, or else of the municipality's own clock; a date is its 00:00 (spec §8).
enum MomentArgument: ExpressibleByArgument {
    case instant(Instant)
    case local(LocalDate, milliseconds: Int64)

    init?(argument: String) {
        if let instant = Instant(argument) {
            self = .instant(instant)
        } else if let date = LocalDate(argument) {
            self = .local(date, milliseconds: 0)
        } else if let time = Instant(argument + "Z") ?? Instant(argument + ":00Z") {
            // The sign stands where an offset is missing, so this counts from 1970 in local time.
            let day: Int64 = 86_400_000
            let days = Int((Double(time.milliseconds) / Double(day)).rounded(.down))
            self = .local(LocalDate(daysSinceEpoch: days), milliseconds: time.milliseconds - Int64(days) * day)
        } else {
            return nil
        }
    }

    /// The instant that it is in `zone`.
    func instant(in zone: Zone) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .local(let date, let milliseconds):
            zone.instant(of: date, minute: Int(milliseconds / 60_000)).adding(milliseconds: milliseconds % 60_000)
        }
    }
}
