import Deadlines
import Notices

/// What tables share.
extension Wording {
    /// A column under its heading.
    func column(_ column: Column, _ place: Table.Column.Place = .whole) -> Table.Column {
        Table.Column(say(column), place)
    }

    /// How a requirement stands: what is overdue stands out, and so does what is uncertain, which a question mark tells too.
    func status(of requirement: Requirement, at moment: Instant) -> Table.Cell {
        let status = requirement.status(at: moment)
        let word = say(status)
        if requirement.isUncertain(at: moment) { return Table.Cell("\(word)?", .doubtful) }
        return Table.Cell(word, status == .missing ? .alarming : .plain)
    }
}
