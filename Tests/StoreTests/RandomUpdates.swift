import Deadlines
import TestSupport

/// Random updates of a few cases: kinds that start, meet, end and take back, on days and at instants of two years.
struct RandomUpdates {
    /// The two years: the law changes amid them.
    private static let begin = (year: 2023, month: 7, day: 1)
    private static let days = 720
    private static let birth = Month("2023-11")
    private static let holders = [
        Holder(caseworker: PersonID(rawValue: "mhs"), team: TeamID(rawValue: "nord")),
        Holder(caseworker: PersonID(rawValue: "kbe")),
        Holder(caseworker: PersonID(rawValue: "jpe"), team: TeamID(rawValue: "syd")),
        Holder(team: TeamID(rawValue: "syd")),
    ]
    private let first: LocalDate
    private let isSteady: Bool
    private var count = 0

    /// None yet.
    ///
    /// - Parameter steady: one holder a case, and no hour rule. See `QueueKnownIssueTests` for what goes wrong with those.
    init?(steady: Bool = false) {
        let (year, month, day) = RandomUpdates.begin
        guard let first = LocalDate(year: year, month: month, day: day) else { return nil }
        self.first = first
        isSteady = steady
    }

    /// An instant of those years, and a little after.
    func instant(in zone: Zone, _ seed: inout Seed) -> Instant {
        zone.instant(
            of: first.adding(days: Int.random(in: 0..<RandomUpdates.days + 60, using: &seed)),
            minute: Int.random(in: 0..<1440, using: &seed))
    }

    /// A new update of one of `cases`.
    mutating func next(of cases: [CaseID], in zone: Zone, _ seed: inout Seed) -> Update {
        count += 1
        let date = first.adding(days: Int.random(in: 0..<RandomUpdates.days, using: &seed))
        let at: Moment =
            seed.once(in: 3)
            ? .instant(zone.instant(of: date, minute: Int.random(in: 0..<1440, using: &seed))) : .date(date)
        let (event, data) = kind(date, &seed)
        let holder =
            isSteady ? RandomUpdates.holders[0] : seed.once(in: 4) ? seed.one(of: RandomUpdates.holders) : Holder()
        return Update(
            id: UpdateID(rawValue: "u\(count)"), caseID: seed.one(of: cases), event: EventKind(rawValue: event), at: at,
            ref: seed.one(of: [nil, "a", "b"]).map { Reference(rawValue: $0) },
            caseworker: holder.caseworker, team: holder.team,
            data: Dictionary(uniqueKeysWithValues: data.map { (FieldName(rawValue: $0), $1) }))
    }

    private func kind(_ date: LocalDate, _ seed: inout Seed) -> (String, [(String, FieldValue)]) {
        let ahead = FieldValue.date(date.adding(days: Int.random(in: 0...60, using: &seed)))
        let kinds: [(String, [(String, FieldValue)])] = [
            ("bfu.behov", []), ("bfu.besluttet", []), ("bfu.afsluttet", []),
            ("bfu.foreloebig-vurdering", [("aarsag", .word("boernehus"))]),
            ("boernesamtale.afholdt", [("formaal", .word("afgoerelse"))]),
            ("afgoerelse.planlagt", [("dato", ahead), ("type", .word("stoettende"))]),
            ("afgoerelse.truffet", [("type", .word("anbringelse"))]),
            ("indsats.ivaerksat", [("type", .word("anbringelse"))]), ("indsats.ivaerksat", [("type", .word("x"))]),
            ("indsats.afsluttet", []), ("opfoelgning.afholdt", []), ("opfoelgning.afholdt", [("naeste", ahead)]),
            ("sag.oprettet", RandomUpdates.birth.map { [("foedt", .month($0))] } ?? []),
            ("sag.afsluttet", []), ("sag.tildelt", []),
            ("registrering.annulleret", [("id", .word("u\(Int.random(in: 1...count, using: &seed))"))]),
        ]
        let reports: [(String, [(String, FieldValue)])] = [
            ("underretning.modtaget", []), ("underretning.vurderet", []),
        ]
        return seed.one(of: isSteady ? kinds : kinds + reports)
    }
}
