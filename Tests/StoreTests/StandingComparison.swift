import Configuration
import Deadlines
import Store
import TestSupport
import Testing

extension Store {
    /// Fails the test unless the stored requirements and holder of a case are those of all its updates at `moment`.
    func requireStanding(
        of one: RandomCase, under settings: Settings, at moment: Instant, _ advice: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let standing = standing(
            of: one.id, updates: one.updates, under: settings.law, on: settings.calendar, at: moment)
        var filter = RequirementFilter()
        filter.caseID = one.id
        let found = try requirements(filter)
        let isSame =
            found.count == standing.requirements.count
            && Set(found.map(\.requirement)) == Set(standing.requirements)
            && found.allSatisfy { $0.holder == standing.holder }
        try #require(
            isSame, "\(advice): \(one.id) at \(settings.calendar.zone.text(of: moment))",
            sourceLocation: sourceLocation)
    }
}
