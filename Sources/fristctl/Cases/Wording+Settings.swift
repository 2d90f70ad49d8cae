import Configuration
import Deadlines
import Notices
import Rules
import Telling

extension Wording {
    /// The wording that the settings name.
    init(_ settings: Settings) throws(Faults) {
        try self.init(
            settings.wording, law: settings.law, zone: settings.calendar.zone, office: settings.office,
            organisation: settings.organisation)
    }

    /// The same for a producer, to whom teams have no names and the office is always open.
    init(_ settings: ProducersSettings) throws {
        try self.init(
            try settings.wording(), law: settings.law, zone: settings.calendar.zone,
            office: OfficeHours(
                opens: 0, weekdays: Set(Weekday.allCases), closed: [], zone: settings.calendar.zone),
            organisation: Organisation(people: [:], teams: [:], department: [:]))
    }
}
