import Configuration
import Deadlines
import Store
import Telling

/// Notices for a command: from the store and what is decided of its cases, or as a replay of files would have sent them. What goes
/// out as one list is one; of one case only what that case has in it.
struct NoticeList: Looking {
    let settings: Settings
    /// From when they are looked at.
    let moment: Instant
    /// By time.
    let notices: [StoredNotice]
    let isComplete: Bool

    init(_ options: AnalysisOptions, states: Set<QueuedNotice.State>, only: CaseID? = nil) throws {
        let found: [StoredNotice]
        if options.updates.isEmpty {
            settings = try options.config.settings()
            let asOf = options.asOf?.instant(in: settings.calendar.zone)
            moment = asOf ?? StoreAccess.now(settings)
            found = try NoticeList.read(settings, states, only, asOf: asOf)
            isComplete = true
        } else {
            let book = try CaseBook(options, only: only)
            settings = book.settings
            moment = book.moment
            isComplete = book.isComplete
            found = NoticeList.replay(book).filter { states.contains($0.queued.state) }
        }
        let ordered = found.sorted {
            ($0.queued.scheduled, $0.queued.notice.key) < ($1.queued.scheduled, $1.queued.notice.key)
        }
        notices = only == nil ? StoredNotice.joiningLists(ordered) : ordered
    }

    /// The same, but of what is to come only the next step of each subject; of what was withdrawn that which would have gone out by
    /// now, where the time line does not say why by itself.
    var nextSteps: [StoredNotice] {
        var next: [NoticeSubject: Instant] = [:]
        return notices.filter { notice in
            let (queued, subject) = (notice.queued, notice.queued.notice.subject)
            switch queued.state {
            case .withdrawn: return queued.scheduled <= moment && ![.met, .closed, nil].contains(queued.reason)
            case .waiting:
                next[subject] = next[subject] ?? queued.scheduled
                return next[subject] == queued.scheduled
            case .sending, .sent, .failed: return true
            }
        }
    }

    /// What was told stands in the store; what waits is decided now, however far ahead it lies. As of a moment in the past only what
    /// had been told by then is known.
    private static func read(
        _ settings: Settings, _ states: Set<QueuedNotice.State>, _ only: CaseID?, asOf past: Instant?
    ) throws -> [StoredNotice] {
        let store = try StoreAccess.open(settings)
        let moment = past ?? StoreAccess.now(settings)
        var found = try store.notices(in: states, of: only).filter { notice in
            if let past { return notice.sent.map { $0 <= past } ?? false }
            return notice.queued.state != .waiting || notice.queued.notice.subject.caseID == nil
        }
        guard states.contains(.waiting) else { return found }
        let progress = Progress(.counted, label: "deciding what is told")
        let reach = settings.reach(try store.sources(), at: moment)
        try store.eachOutcome(
            of: only, at: moment, isPast: past != nil, reach: reach,
            using: settings.reckoner(begun: try store.begun())
        ) { outcome in
            progress.advance()
            let requirements = Dictionary(
                outcome.requirements.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
            for decision in outcome.decisions {
                guard case .tells(let time, let reason) = decision.outcome else { continue }
                let queued = QueuedNotice(decision.notice, scheduled: time, state: .waiting, reason: reason)
                let requirement = decision.notice.requirement.flatMap { requirements[$0] }
                found.append(StoredNotice(queued, about: requirement, heldBy: outcome.holder, settings))
            }
        }
        return found
    }

    private static func replay(_ book: CaseBook) -> [StoredNotice] {
        let settings = book.settings
        let replay = Replay(reckoner: settings.reckoner(), reaches: book.reaches)
        let holders = Dictionary(uniqueKeysWithValues: book.standings().map { ($0.caseID, $0.standing.holder) })
        let progress = Progress(.steps(book.cases.count), label: "replaying notices")
        return book.cases.flatMap { caseID, updates in
            defer { progress.advance() }
            var backgrounds = Backgrounds(caseID, updates.map(\.update), settings)
            return replay.queue(of: caseID, updates: updates.map(\.update), until: book.moment).map { queued in
                StoredNotice(
                    queued, about: backgrounds.requirement(of: queued, until: book.moment),
                    heldBy: holders[caseID] ?? Holder(), settings)
            }
        }
    }
}

extension StoredNotice {
    /// A notice as the store would have it: about `requirement`, in a case held by `holder`.
    fileprivate init(
        _ queued: QueuedNotice, about requirement: Requirement?, heldBy holder: Holder, _ settings: Settings
    ) {
        let rule = queued.notice.requirement.flatMap {
            settings.law.rule($0.rule, on: $0.start.date(in: settings.calendar.zone))
        }
        let isDoubtful = requirement.map { $0.due == queued.notice.due && $0.certainFrom > $0.missingFrom } ?? false
        self.init(
            queued: queued, law: rule?.law ?? "", grundlag: rule?.grundlag ?? .lokal,
            certainFrom: isDoubtful ? requirement?.certainFrom : nil,
            sent: queued.state == .sent ? queued.scheduled : nil, caseworker: holder.caseworker,
            background: requirement?.background ?? Background(), progress: requirement?.progress ?? 0)
    }
}
