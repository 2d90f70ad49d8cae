package import Deadlines
package import Telling

/// Who gets a digest how often (spec §6).
package struct DigestSchedule: Sendable, Equatable {
    /// How often those who have a role get one.
    package let byRole: [Role: Set<PeriodKind>]
    /// Under which name the political committee's is written.
    package let committee: PersonID
    /// How often; never when empty.
    package let committeePeriods: Set<PeriodKind>

    /// The roles that lead.
    package static let leaders: [Role] = [.koordinator, .teamleder, .afdelingsleder, .centerchef]

    /// A schedule of these parts.
    package init(byRole: [Role: Set<PeriodKind>], committee: PersonID, committeePeriods: Set<PeriodKind>) {
        self.byRole = byRole
        self.committee = committee
        self.committeePeriods = committeePeriods
    }

    /// The kinds of period that anybody gets a digest of.
    package var kinds: [PeriodKind] {
        let wanted = byRole.values.reduce(committeePeriods) { $0.union($1) }
        return PeriodKind.allCases.filter(wanted.contains)
    }

    /// Who gets a digest of such a period, by id.
    package func recipients(of kind: PeriodKind, in organisation: Organisation) -> [DigestRecipient] {
        var offices: [PersonID: [DigestRecipient.Office]] = [:]
        for (person, office) in organisation.leaders where byRole[office.role]?.contains(kind) ?? false {
            offices[person, default: []].append(office)
        }
        let leaders = offices.map { DigestRecipient(id: $0.key, offices: $0.value) }
        let committee = committeePeriods.contains(kind) ? [DigestRecipient(committee: committee)] : []
        return (leaders + committee).sorted { $0.id < $1.id }
    }

    /// The digest of such a period that `person` gets, or would get if one were written: of a leader's offices those
    /// that have such a one, else all. Nil is neither a leader nor the committee.
    package func recipient(_ person: PersonID, of kind: PeriodKind, in organisation: Organisation) -> DigestRecipient? {
        if person == committee { return DigestRecipient(committee: committee) }
        let offices = organisation.leaders.filter { $0.person == person }.map(\.office)
        guard !offices.isEmpty else { return nil }
        let scheduled = offices.filter { byRole[$0.role]?.contains(kind) ?? false }
        return DigestRecipient(id: person, offices: scheduled.isEmpty ? offices : scheduled)
    }

    /// When the digest of `period` is written: at opening on the first open day after it.
    package static func writing(of period: DigestPeriod, in office: OfficeHours) -> Instant {
        office.opening(on: office.firstDay(onOrAfter: period.until.adding(days: 1)))
    }

    /// When the digest was written that the one of `period` for `person` is compared with: that of the period before, or, where
    /// nothing was known then, the last of any kind since.
    ///
    /// - Parameter known: when the first update was received; nil is none.
    package func since(
        _ period: DigestPeriod, for person: PersonID, known: Instant?, in organisation: Organisation,
        _ office: OfficeHours, _ zone: Zone
    ) -> Instant {
        let before = DigestSchedule.writing(of: period.previous, in: office)
        guard let known, known > before else { return before }
        let justBefore = DigestSchedule.writing(of: period, in: office).adding(milliseconds: -1)
        let others = kinds.filter { kind in recipients(of: kind, in: organisation).contains { $0.id == person } }.map {
            DigestSchedule.writing(of: DigestSchedule.last($0, at: justBefore, in: office, zone), in: office)
        }
        return others.filter { $0 >= known }.max() ?? before
    }

    /// The last period of this kind whose digest should have been written by `moment`.
    package static func last(_ kind: PeriodKind, at moment: Instant, in office: OfficeHours, _ zone: Zone)
        -> DigestPeriod
    {
        var period = DigestPeriod(kind, containing: zone.date(of: moment)).previous
        while writing(of: period, in: office) > moment { period = period.previous }
        return period
    }
}

/// Whose digest it is, and of which cases.
package struct DigestRecipient: Hashable, Sendable {
    /// A leader's role, in a team or in the department.
    package struct Office: Hashable, Sendable {
        /// The role.
        package let role: Role
        /// The team; nil is the department.
        package let team: TeamID?
        /// Teams whose cases others have this role for.
        let othersTeams: Set<TeamID>

        /// Whether it is for what no team's own office serves.
        package var servesRest: Bool { !othersTeams.isEmpty }

        /// Whether the cases of `team` are this office's.
        func covers(_ team: TeamID?) -> Bool {
            if let own = self.team { return team == own }
            return team.map { !othersTeams.contains($0) } ?? true
        }
    }

    /// The name it is written under.
    package let id: PersonID
    /// Why this person; empty is the political committee, which sees every case's figures and no case.
    package let offices: [Office]

    /// Whether cases of more than one team may be in it.
    package var seesSeveralTeams: Bool {
        offices.contains { $0.team == nil } || Set(offices.map(\.team)).count > 1
    }

    /// Whether it is for people outside the administration.
    package var isCommittee: Bool { offices.isEmpty }

    /// Whether a case of this team counts in it.
    package func covers(_ team: TeamID?) -> Bool {
        isCommittee || offices.contains { $0.covers(team) }
    }
}

extension DigestRecipient {
    init(committee: PersonID) { self.init(id: committee, offices: []) }
}

extension Organisation {
    /// Whether `person` stands in it, with a role or an entry.
    package func names(_ person: PersonID) -> Bool {
        people[person] != nil || department.values.contains(person)
            || teams.values.contains { $0.values.contains(person) }
    }

    /// Who leads what: each team's own roles, then the department's.
    ///
    /// A head of the department sees every case. A coordinator or team leader of the department serves the cases that
    /// no team's own serves, as when notices are told.
    var leaders: [(person: PersonID, office: DigestRecipient.Office)] {
        var found: [(PersonID, DigestRecipient.Office)] = []
        for (team, roles) in teams.sorted(by: { $0.key < $1.key }) {
            for role in DigestSchedule.leaders {
                guard let person = roles[role] else { continue }
                found.append((person, DigestRecipient.Office(role: role, team: team, othersTeams: [])))
            }
        }
        for role in DigestSchedule.leaders {
            guard let person = department[role] else { continue }
            let seesAll = role == .afdelingsleder || role == .centerchef
            let others = seesAll ? [] : Set(teams.filter { $0.value[role] != nil }.keys)
            found.append((person, DigestRecipient.Office(role: role, team: nil, othersTeams: others)))
        }
        return found
    }
}
