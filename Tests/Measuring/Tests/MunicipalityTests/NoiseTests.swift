import Deadlines
import Municipality
import Telling
import Testing

@testable import benchmark

/// What the noise figures say.
@Suite struct NoiseTests {
    private func lines(_ change: (RegisteredUpdate) throws -> RegisteredUpdate = { $0 }) throws -> [Line] {
        let municipality = try Made.small.get()
        let department = try Department(settings: Made.settings, municipality: municipality)
        return try municipality.cases.flatMap { department.lines(of: $0.caseID, try $0.updates.map(change)) }
    }

    @Test func `what is registered when it happens is never told as missing`() throws {
        let zone = try Made.zone
        let lines = try lines { RegisteredUpdate($0.update, received: $0.update.at.earliest(in: zone)) }
        let told = lines.filter { $0.sender != .calendar }
        #expect(told.count > 100)
        #expect(told.allSatisfy { $0.truth == .open })
    }

    @Test func `what was done already had happened, and was registered only afterwards`() throws {
        let zone = try Made.zone
        let updates = Dictionary(uniqueKeysWithValues: try Made.small.get().cases.map { ($0.caseID, $0.updates) })
        let lines = try lines().filter { $0.sender != .calendar && $0.truth != .open }
        #expect(lines.contains { $0.truth == .done })
        for line in lines {
            let ofCase = updates[try #require(line.notice.subject.caseID)] ?? []
            #expect(ofCase.contains { $0.update.at.latest(in: zone) <= line.sent && $0.received > line.sent })
        }
    }

    @Test func `the calendar tells each step once, looking up no more than it, and fristd no more than that`() throws {
        struct Told: Hashable {
            let subject: NoticeSubject
            let step: String
            let role: Role
        }
        let lines = try lines()
        func told(_ sender: Line.Sender) -> [Told] {
            lines.filter { $0.sender == sender }.map {
                Told(subject: $0.notice.subject, step: $0.notice.step, role: $0.notice.recipient.role)
            }
        }
        let (calendar, lookup) = (told(.calendar), told(.lookup))
        #expect(Set(calendar).count == calendar.count)
        #expect(Set(lookup).isStrictSubset(of: calendar))
        // What fristd says of a requirement the others say too, though who has two roles then may be told in the other;
        // lists are its own.
        func asked(_ told: [Told]) -> Set<Told> {
            Set(told.map { Told(subject: $0.subject, step: $0.step, role: .raadgiver) })
        }
        let steps = told(.fristd).filter { if case .requirement = $0.subject { true } else { false } }
        #expect(asked(steps).isSubset(of: asked(calendar)))
        #expect(asked(steps).count <= asked(lookup).count)
    }

    @Test func `every overdue line is accounted for once`() throws {
        let municipality = try Made.small.get()
        let department = try Department(settings: Made.settings, municipality: municipality)
        let figures = NoiseFigures(try lines(), department: department, caseworkers: municipality.desks)
        let overdue = figures.senders[0].inbox.lines.count { $0.notice.stage == .overdue }
        #expect(overdue > 10)
        #expect(figures.announcements.values.reduce(0, +) == overdue)
    }

    @Test func `mornings and other hours hold every line to somebody at work`() throws {
        let municipality = try Made.small.get()
        let department = try Department(settings: Made.settings, municipality: municipality)
        let inbox = Inbox(try lines(), .fristd, department: department)
        let zone = try Made.zone
        let days = Set(department.workdays)
        let atWork = inbox.lines.count {
            days.contains(Inbox.Day(person: $0.notice.recipient.person, date: zone.date(of: $0.sent)))
        }
        #expect(inbox.mornings.count == days.count)
        #expect(inbox.mornings.total + inbox.restOfDay.total == atWork)
        #expect(inbox.worst.most == inbox.mornings.most)
    }
}
