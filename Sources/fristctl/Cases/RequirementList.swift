import Configuration
import Deadlines
import Store

/// Requirements for a command: reckoned from files or for another moment, else as the store has them.
struct RequirementList: Looking {
    let settings: Settings
    let moment: Instant
    /// By due time, then case.
    let rows: [StoredRequirement]
    let isComplete: Bool

    init(_ options: AnalysisOptions, filter: RequirementFilter) throws {
        if options.updates.isEmpty, options.asOf == nil {
            settings = try options.config.settings()
            let store = try StoreAccess.open(settings)
            moment = StoreAccess.now(settings)
            let reach = settings.reach(try store.sources(), at: moment)
            rows = try store.requirements(filter).map { $0.seen(within: reach) }
            isComplete = true
            return
        }
        let book = try CaseBook(options, only: filter.caseID)
        settings = book.settings
        moment = book.moment
        isComplete = book.isComplete
        let reach = book.reach
        rows = book.standings().flatMap { _, standing in
            standing.requirements.map {
                StoredRequirement(requirement: $0, holder: standing.holder).seen(within: reach)
            }
        }.filter(filter.allows).sorted { $0.order < $1.order }
    }
}

extension RequirementFilter {
    fileprivate func allows(_ row: StoredRequirement) -> Bool {
        (rule.map { $0 == row.requirement.key.rule } ?? true)
            && (caseworker.map { $0 == row.holder.caseworker } ?? true)
            && (team.map { $0 == row.holder.team } ?? true)
    }
}

extension StoredRequirement {
    fileprivate func seen(within reach: FeedReach) -> StoredRequirement {
        StoredRequirement(requirement: requirement.seen(within: reach), holder: holder)
    }

    fileprivate var order: (Instant, String) {
        let key = requirement.key
        return (requirement.missingFrom, "\(key.caseID) \(key.rule) \(key.ref?.rawValue ?? "")")
    }
}
