import Deadlines
import Notices

extension Update {
    /// The update as a line for the spool says it; of its data, words and dates.
    func json(_ zone: Zone) -> JSON {
        let data = data.sorted { $0.key < $1.key }.map { name, value in
            (name.rawValue, JSON.optional(value.asWord ?? value.asDate?.description))
        }
        return .object([
            ("id", .text(id.rawValue)), ("case", .text(caseID.rawValue)), ("event", .text(event.rawValue)),
            ("at", .text(at.text(in: zone))), ("data", .object(data)),
        ])
    }
}
