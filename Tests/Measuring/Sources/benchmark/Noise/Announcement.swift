import Deadlines
import Telling

/// Whether an overdue line had been announced to its reader by a reminder before the due time, or why not.
enum Announcement: String, CaseIterable {
    /// It had.
    case inTime
    /// Somebody else had been told, who held the case or stood in then.
    case toAnother
    /// It was registered only when it was due already, or too late for any morning before that.
    case registeredTooLate
    /// It had been announced for another due time, which has moved.
    case dueMoved
    /// None of these: a ladder that has no step before the due time.
    case noStep

    /// The overdue lines to caseworkers, by what had gone before each.
    static func counts(of lines: [Line], among all: [Line], department: Department) -> [Announcement: Int] {
        let reminders = Dictionary(
            grouping: all.filter {
                $0.sender == .fristd && $0.notice.stage == .reminder && department.isCaseworker($0)
            },
            by: \.notice.requirement)
        return lines.filter { $0.notice.stage == .overdue }.reduce(into: [:]) { counts, line in
            counts[
                Announcement(line, line.notice.requirement.flatMap { reminders[$0] } ?? [], department), default: 0] +=
                1
        }
    }

    private init(_ line: Line, _ reminders: [Line], _ department: Department) {
        let due = line.notice.due?.latest(in: department.calendar.zone) ?? line.notice.falls
        let before = reminders.filter { $0.sent < due }
        let same = before.filter { $0.notice.due == line.notice.due }
        if same.contains(where: { $0.notice.recipient.person == line.notice.recipient.person }) {
            self = .inTime
        } else if !same.isEmpty {
            self = .toAnother
        } else if department.office.nextOpening(from: line.known) >= due {
            self = .registeredTooLate
        } else {
            self = before.isEmpty ? .noStep : .dueMoved
        }
    }
}
