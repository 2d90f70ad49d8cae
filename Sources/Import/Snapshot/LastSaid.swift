import Deadlines

/// What the exports before this one said last of each subject.
struct LastSaid {
    /// The last revision of a subject, and what has become of it.
    struct Said {
        let id: ImportID
        let update: Update
        /// Whether an export has taken it back.
        let isWithdrawn: Bool
        /// Whether somebody else has.
        let isTakenBackByHand: Bool

        /// Whether it still counts.
        var counts: Bool { !isWithdrawn && !isTakenBackByHand }
    }

    /// How far an export reached.
    struct Reach {
        let instant: Instant
        /// The update that says so.
        let id: UpdateID
    }

    /// By subject.
    let subjects: [String: Said]
    /// How far the latest export reached that nobody has taken back; nil before the first.
    let reach: Reach?
    /// All updates of the mapping, by id.
    let byID: [UpdateID: Update]

    init(_ earlier: EarlierUpdates, of mapping: Mapping, _ vocabulary: Vocabulary) {
        let takesBack = vocabulary.kind(meaning: .takesBack)
        let reaches = vocabulary.kind(meaning: .feedReaches)
        var byUs: Set<String> = []
        var byHand: Set<String> = []
        for update in earlier.takingBack {
            guard let target = vocabulary.value(.update, of: update)?.asWord else { continue }
            let isOurs = update.id.rawValue.hasPrefix(mapping.prefix)
            if isOurs { byUs.insert(target) } else { byHand.insert(target) }
        }
        var subjects: [String: Said] = [:]
        for update in earlier.own where update.event != takesBack?.name && update.event != reaches?.name {
            guard let id = ImportID(update.id, of: mapping) else { continue }
            if let known = subjects[id.subject], known.id.revision > id.revision { continue }
            subjects[id.subject] = Said(
                id: id, update: update, isWithdrawn: byUs.contains(update.id.rawValue),
                isTakenBackByHand: byHand.contains(update.id.rawValue))
        }
        self.subjects = subjects
        byID = Dictionary(earlier.own.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let takenBack = byUs.union(byHand)
        reach =
            earlier.own.filter { $0.event == reaches?.name && !takenBack.contains($0.id.rawValue) }
            .compactMap { update in
                vocabulary.value(.instant, of: update)?.asInstant.map { Reach(instant: $0, id: update.id) }
            }
            .max { ($0.instant, $1.id) < ($1.instant, $0.id) }
    }
}
