import Deadlines
import Testing

/// Cases and the digests of them, under the whole law and the people of `etc/organisation.toml`.
struct DigestScene {
    let cases: [(id: CaseID, updates: [RegisteredUpdate])]
    let view: DigestView

    /// Cases told in lines, each registered when it happened, looked at when the digest of the period is written in which
    /// `day` lies.
    init(_ kind: PeriodKind, of day: String, _ cases: [String: [String]]) throws {
        let law = try Shipped.wholeLaw
        let zone = try Shipped.zone
        let told = try cases.map { id, lines in
            let updates = try lines.enumerated().map { position, line in
                try StoryLine(text: line).update(of: CaseID(rawValue: id), id: "\(id)-\(position)", under: law)
            }
            return (CaseID(rawValue: id), updates.map { RegisteredUpdate($0, received: $0.at.earliest(in: zone)) })
        }
        try self.init(DigestPeriod(kind, containing: try #require(LocalDate(day))), told)
    }

    init(_ period: DigestPeriod, _ cases: [(id: CaseID, updates: [RegisteredUpdate])]) throws {
        let settings = try Shipped.settings
        self.cases = cases
        view = DigestView(
            law: try Shipped.wholeLaw, calendar: settings.calendar, office: settings.office,
            organisation: settings.organisation, period: period,
            moment: DigestSchedule.writing(of: period, in: settings.office))
    }

    /// The digest that `person` gets.
    func figures(for person: String) throws -> DigestFigures {
        let settings = try Shipped.settings
        let recipient = try #require(
            settings.digests.recipient(PersonID(rawValue: person), of: view.period.kind, in: settings.organisation))
        var counter = DigestCounter(for: recipient, view: view)
        for (id, updates) in cases { counter.count(CaseGlance(id, updates: updates, view: view)) }
        return counter.figures()
    }

    /// The requirements of all cases at `moment`, found without a digest.
    func requirements(at moment: Instant) -> [Requirement] {
        cases.flatMap { id, updates in
            standing(
                of: id, updates: updates.map(\.update), under: view.law, on: view.calendar, at: moment
            ).requirements
        }
    }
}
