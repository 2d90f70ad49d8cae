import Configuration
import Deadlines
import Notices
import Rules
import Store
import Telling

/// What fristd tells one person, as the person's log shows it.
struct PersonLog {
    private let settings: Settings
    private let wording: Wording
    private let lines: [Line]

    init(settings: Settings, lines: [Line]) throws(Faults) {
        self.settings = settings
        self.lines = lines
        wording = try Wording(
            settings.wording, law: settings.law,
            zone: settings.calendar.zone, office: settings.office, organisation: settings.organisation)
    }

    /// The blocks of seven days.
    func text(of person: PersonID, from first: LocalDate) -> String {
        let zone = settings.calendar.zone
        let (start, end) = (zone.instant(of: first), zone.instant(of: first.adding(days: 7)))
        let told = lines.filter {
            $0.sender == .fristd && $0.notice.recipient.person == person && $0.sent >= start && $0.sent < end
        }
        let blocks = Dictionary(grouping: told, by: \.sent).sorted { $0.key < $1.key }
        return blocks.map { sent, lines in
            wording.block(of: StoredNotice.joiningLists(lines.map(stored)), to: person, at: sent)
        }
        .joined(separator: "\n")
    }

    private func stored(_ line: Line) -> StoredNotice {
        let rule = line.notice.requirement.flatMap {
            settings.law.rule($0.rule, on: $0.start.date(in: settings.calendar.zone))
        }
        return StoredNotice(
            queued: QueuedNotice(line.notice, scheduled: line.sent, state: .sent), law: rule?.law ?? "",
            grundlag: rule?.grundlag ?? .lokal, sent: line.sent, caseworker: line.caseworker)
    }
}
