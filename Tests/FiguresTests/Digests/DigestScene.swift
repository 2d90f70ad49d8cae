import Configuration
import Deadlines
import Figures
import TestSupport
import Testing

/// Cases and the digests of them, under the whole law and the people of `etc/organisation.toml`.
struct DigestScene {
    let cases: [(id: CaseID, updates: [RegisteredUpdate])]
    let view: DigestView

    /// Rules that nearly every case falls under, and that told cases are not about.
    private static let everyCases = [
        "sag-uden-bevaegelse", "afgoerelse-foer-indsats", "afgoerelse-efter-bfu", "naeste-skridt-efter-vurdering",
        "bfu-besluttet-efter-behov", "overgreb-undersoegelse",
    ]

    /// Cases told in lines, each registered when it happened, looked at when the digest of the period is written in which
    /// `day` lies; where `source` is given in batches, of which it says in these lines how far they reach.
    init(_ kind: PeriodKind, of day: String, _ cases: [String: [String]], source: [String]? = nil) throws {
        let law = try Shipped.wholeLaw
        let zone = try Shipped.zone
        func told(_ id: String, _ lines: [String]) throws -> (id: CaseID, updates: [RegisteredUpdate]) {
            let updates = try lines.enumerated().map { position, line in
                try StoryLine(text: line).update(of: CaseID(rawValue: id), id: "\(id)-\(position)", under: law)
            }
            return (CaseID(rawValue: id), updates.map { RegisteredUpdate($0, received: $0.at.earliest(in: zone)) })
        }
        let reaches = try source.map { lines in
            let source = try told("kilde/dubu", lines)
            return FeedReaches([source.id: source.updates], under: law, zone: zone)
        }
        try self.init(
            DigestPeriod(kind, containing: try #require(LocalDate(day))), cases.map(told), reaches: reaches,
            under: law.leavingOut(Self.everyCases))
    }

    init(
        _ period: DigestPeriod, _ cases: [(id: CaseID, updates: [RegisteredUpdate])], reaches: FeedReaches? = nil,
        under law: Law? = nil
    ) throws {
        let settings = try Shipped.settings
        self.cases = cases
        view = DigestView(
            law: try law ?? Shipped.wholeLaw, calendar: settings.calendar, office: settings.office,
            organisation: settings.organisation, period: period,
            moment: DigestSchedule.writing(of: period, in: settings.office), reaches: reaches)
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

    /// The requirements of all cases at the end of a period, likewise.
    func requirements(at end: PeriodEnd) -> [Requirement] {
        cases.flatMap { id, updates in
            standing(
                of: id, updates: end.known(updates.map(\.update), in: view.calendar.zone), under: view.law,
                on: view.calendar, at: end.judged
            ).requirements
        }
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
