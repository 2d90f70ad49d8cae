import Configuration
import Deadlines
import Notices
import Rules
import Telling

extension Wording {
    /// The wording that the settings name; what is wrong with it ends the command with 78.
    init(_ settings: Settings) throws {
        do {
            try self.init(
                settings.wording, law: settings.law,
                zone: settings.calendar.zone, organisation: settings.organisation)
        } catch { throw Failure(.configuration, error.list.map(\.description)) }
    }

    /// The same for a producer, to whom teams have no names.
    init(_ settings: ProducersSettings) throws {
        do {
            try self.init(
                try settings.wording(), law: settings.law,
                zone: settings.calendar.zone, organisation: Organisation(people: [:], teams: [:], department: [:]))
        } catch let faults as Faults {
            throw Failure(.configuration, faults.list.map(\.description))
        } catch { throw Failure(.configuration, error) }
    }
}
