import Deadlines
import Figures
import Rules
import Telling

/// Reads `[digest]`: who gets a digest how often.
struct DigestReader {
    let table: TomlTable

    func schedule() -> DigestSchedule {
        var byRole: [Role: Set<PeriodKind>] = [:]
        for role in DigestSchedule.leaders {
            byRole[role] = periods(role.rawValue) ?? DigestReader.standard[role] ?? []
        }
        return DigestSchedule(
            byRole: byRole, committee: committee(), committeePeriods: periods("committee_periods") ?? [.quarter])
    }

    private static let standard: [Role: Set<PeriodKind>] = [
        .koordinator: [.week, .month], .teamleder: [.week, .month], .afdelingsleder: [.month], .centerchef: [.month],
    ]

    private func periods(_ key: String) -> Set<PeriodKind>? {
        table.strings(key).map { Set($0.compactMap { table.word($0, key, PeriodKind.self) }) }
    }

    private func committee() -> PersonID {
        let standard = "udvalg"
        guard let name = table.string("committee") else { return PersonID(rawValue: standard) }
        if CPR.found(in: name) {
            table.fault("committee", "\"\(name)\" looks like a CPR number; the committee has a short word")
        } else if !IdentifierForm.staff.matches(name) {
            table.fault("committee", "\"\(name)\" must be \(IdentifierForm.staff.description)")
        }
        return PersonID(rawValue: name)
    }

    /// Refuses a committee that is called as somebody on staff: both would be written to one directory.
    static func refuseTakenName(_ schedule: DigestSchedule, in organisation: Organisation, _ document: TomlDocument) {
        guard !schedule.committeePeriods.isEmpty, organisation.names(schedule.committee) else { return }
        document.fault(
            "digest.committee",
            "\"\(schedule.committee)\" is a person in the organisation; give the committee a name of its own, "
                + "or write committee_periods = []")
    }
}
