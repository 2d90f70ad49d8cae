import TestSupport
import Testing

@testable import Deadlines
@testable import Rules
@testable import Telling

/// What holds in every organisation: somebody present is told, and the reason given is true.
@Suite struct RecipientProperties {
    private func read(_ text: String) -> (organisation: Organisation?, faults: [Fault]) {
        do throws(Faults) {
            return (try OrganisationReader(file: "o", text: text).organisation(), [])
        } catch {
            return (nil, error.list)
        }
    }

    @Test func somebodyPresentIsToldForTheReasonGiven() {
        var seed = Seed(for: "recipients")
        var wrong = Mismatches()
        var sound = 0
        for _ in 0..<600 {
            let random = RandomOrganisation(using: &seed)
            guard let organisation = read(random.text).organisation else { continue }
            sound += 1
            for _ in 0..<60 {
                let day = RandomOrganisation.days.randomElement(using: &seed) ?? 0
                let caseworker = seed.once(in: 4) ? nil : RandomOrganisation.caseworkers.randomElement(using: &seed)
                let team = seed.once(in: 4) ? nil : ["nord", "syd", "unheard-of"].randomElement(using: &seed)
                let role = Role.allCases.randomElement(using: &seed) ?? .raadgiver
                let holder = Holder(
                    caseworker: caseworker.map(PersonID.init(rawValue:)), team: team.map(TeamID.init(rawValue:)))
                let told = organisation.recipient(of: role, in: holder, on: RandomOrganisation.date(day))
                let objection = random.objection(to: told, role: role, caseworker: caseworker, team: team, day: day)
                wrong.check(
                    objection == nil,
                    "\(objection ?? "") \(role) \(holder) \(day) \(String(describing: told))\n\(random.text)")
            }
        }
        wrong.expectNone(seed)
        #expect(sound > 200, "most of them must be sound")
    }

    /// Looked at day by day, an organisation is refused just when on some day nobody at the top is there.
    @Test func aGapIsFoundWhereThereIsOne() {
        var seed = Seed(for: "gaps")
        var wrong = Mismatches()
        var refused = 0
        for _ in 0..<1000 {
            let random = RandomOrganisation(using: &seed)
            let faults = read(random.text).faults
            let open = random.roles.keys.contains { team in
                RandomOrganisation.days.contains { !random.someLeaderIsThere(of: team, on: $0) }
            }
            if open { refused += 1 }
            wrong.check(faults.allSatisfy { $0.key.hasSuffix(".away") && $0.line != nil }, "\(faults)\n\(random.text)")
            wrong.check(faults.isEmpty != open, "\(faults)\n\(random.text)")
            for fault in faults {
                wrong.check(
                    random.days(in: fault.message).allSatisfy { day in
                        random.roles.keys.contains { !random.someLeaderIsThere(of: $0, on: day) }
                    }, "\(fault)\n\(random.text)")
            }
        }
        wrong.expectNone(seed)
        #expect(refused > 100, "some of them must have gaps")
    }
}

extension RandomOrganisation {
    func someLeaderIsThere(of team: String, on day: Int) -> Bool {
        [Role.afdelingsleder, .centerchef].contains { role in
            holder(of: role, team: team.isEmpty ? nil : team, caseworker: nil)
                .map { standIn(for: $0.id, on: day) != nil } ?? false
        }
    }

    /// The first and the last day that a message names.
    func days(in message: String) -> [Int] {
        message.matches(of: #/\d{4}-\d\d-\d\d/#).compactMap { LocalDate($0.output) }.map {
            RandomOrganisation.first.days(until: $0)
        }
    }

    /// What is untrue in a recipient; nil when all is true.
    func objection(to told: Recipient?, role: Role, caseworker: String?, team: String?, day: Int) -> String? {
        guard let told else { return "addressed to nobody" }
        let person = told.person.rawValue
        func holds(_ role: Role) -> String? { holder(of: role, team: team, caseworker: caseworker)?.id }
        func nobodyBefore(_ reached: Role) -> Bool {
            ([role] + RandomOrganisation.above(role)).prefix { $0 != reached }
                .allSatisfy { holds($0).flatMap { standIn(for: $0, on: day) } == nil }
        }
        if isAway(person, on: day) { return "is away" }
        if told.role != role { return "another role" }
        switch told.reason {
        case .caseworker: return role == .raadgiver && person == caseworker ? nil : "is not the caseworker"
        case .hasRole(let held, let ofTeam):
            let found = holder(of: held, team: team, caseworker: caseworker)
            let isTrue = found?.id == person && held == role && (found?.ofTeam == true ? team : nil) == ofTeam?.rawValue
            return isTrue ? nil : "has not the role"
        case .substitute(let away, let reached):
            let isTrue =
                holds(reached) == away.rawValue && isAway(away.rawValue, on: day)
                && standIn(for: away.rawValue, on: day) == person
            return isTrue && nobodyBefore(reached) ? nil : "does not stand in"
        case .upTheLine(let from, let reached):
            let isTrue = from == role && reached != role && holds(reached) == person && nobodyBefore(reached)
            return isTrue && (role != .raadgiver || caseworker != nil) ? nil : "is not next up the line"
        case .noCaseworker(let reached):
            let isTrue = role == .raadgiver && caseworker == nil && holds(reached) == person
            return isTrue && nobodyBefore(reached) ? nil : "the case has a caseworker"
        case .nobodyElse: return "somebody else is there"
        }
    }
}
