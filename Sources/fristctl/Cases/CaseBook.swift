import Configuration
import Deadlines
import Figures
import Files
import Glibc
import Notices
import Spool
import Store

/// What a command looks at, from files or from the store.
protocol Looking {
    /// Whether no line of the files was refused.
    var isComplete: Bool { get }
}

extension Looking {
    /// Ends the command with 65 when a line was refused, after the rest has been printed.
    func requireComplete() throws {
        if !isComplete { throw Failure(.badData, []) }
    }
}

/// The cases a command looks at, with all their updates: from files, or from the store.
struct CaseBook: Looking {
    let settings: Settings
    /// From when the command looks.
    let moment: Instant
    /// By case.
    let cases: [CaseID: [RegisteredUpdate]]
    /// Those that stand for sources which have said how far their data reach, whichever cases are looked at.
    private let sources: [CaseID: [RegisteredUpdate]]
    let isComplete: Bool
    private let isFromFiles: Bool

    /// The book for a command's options.
    ///
    /// What was registered after the moment from which the command looks is left out, where files or a moment are named.
    ///
    /// - Parameters:
    ///   - only: leaves other cases out.
    ///   - knownAt: leaves out what was registered later, and looks from then at the latest.
    init(_ options: AnalysisOptions, only: CaseID? = nil, knownAt: MomentArgument? = nil) throws {
        settings = try options.config.settings()
        let zone = settings.calendar.zone
        let (asOf, knownAt) = (options.asOf?.instant(in: zone), knownAt?.instant(in: zone))
        isFromFiles = !options.updates.isEmpty
        let now: Instant
        let (all, told): ([CaseID: [RegisteredUpdate]], [CaseID: [RegisteredUpdate]])
        if isFromFiles {
            now = asOf ?? StoreAccess.systemNow
            (told, isComplete) = try CaseBook.read(options.updates, settings)
            all = only.map { only in told.filter { $0.key == only } } ?? told
        } else {
            let store = try StoreAccess.open(settings)
            now = asOf ?? StoreAccess.now(settings)
            (all, told) = (try CaseBook.read(store, only), try store.sources())
            isComplete = true
        }
        let isLive = !isFromFiles && asOf == nil
        let known = knownAt ?? (isLive ? nil : now)
        moment = min(now, known ?? now)
        cases = known.map { all.known(at: $0) } ?? all
        sources = known.map { told.known(at: $0) } ?? told
    }

    /// The standing of each case at `moment`, by case; by other settings where they are given.
    func standings(
        at moment: Instant? = nil, under other: Settings? = nil
    ) -> [(caseID: CaseID, standing: Standing)] {
        standings(at: moment ?? self.moment, under: other ?? settings) { $0 }
    }

    /// The standing of each case at the end of a period, by case.
    func standings(at end: PeriodEnd) -> [(caseID: CaseID, standing: Standing)] {
        standings(at: end.judged, under: settings) { end.known($0, in: settings.calendar.zone) }
    }

    private func standings(
        at moment: Instant, under settings: Settings, by updates: ([Update]) -> [Update]
    ) -> [(caseID: CaseID, standing: Standing)] {
        let progress = Progress(.steps(cases.count), label: "reckoning cases")
        return cases.keys.sorted().map { caseID in
            defer { progress.advance() }
            let known = updates((cases[caseID] ?? []).map(\.update))
            return (
                caseID,
                standing(of: caseID, updates: known, under: settings.law, on: settings.calendar, at: moment)
            )
        }
    }

    /// Cases that begin alike.
    private func neighbours(of caseID: CaseID) throws -> [CaseID] {
        let beginning = String(caseID.rawValue.dropLast(2))
        guard isFromFiles else {
            return try StoreAccess.open(settings).cases(beginning: beginning, limit: 1000)
        }
        // Of files all cases are there, whichever are looked at.
        return sources.keys.filter { $0.rawValue.hasPrefix(beginning) }
    }

    /// When the first update was received; nil where there is none, and of files, in which each was received when it happened.
    var known: Instant? { isFromFiles ? nil : cases.values.lazy.flatMap(\.self).map(\.received).min() }

    /// What somebody was reminded of in time, of what was due in `period`, by case; nil of files, which tell nobody.
    func reminded(of period: DigestPeriod) throws -> [CaseID: Set<RequirementKey>]? {
        if isFromFiles { return nil }
        return try StoreAccess.open(settings).reminded(
            from: period.from, until: period.until, in: settings.calendar.zone)
    }

    /// How far the data reach at `moment`.
    var reach: FeedReach { settings.reach(sources, at: moment) }

    /// How far they reach over time; nil where they come as things happen.
    var reaches: FeedReaches? { settings.reaches(sources) }

    /// Ends the command with 1 where nothing is known of a case.
    func require(_ caseID: CaseID) throws {
        guard cases[caseID]?.isEmpty ?? true else { return }
        let wording = try Wording(settings)
        let hint = wording.hint(caseID.rawValue, in: try neighbours(of: caseID).map(\.rawValue))
        throw Failure(.failed, [wording.say(.noCase, [.case: caseID.rawValue, .hint: hint])])
    }

    private static func read(_ store: Store, _ only: CaseID?) throws -> [CaseID: [RegisteredUpdate]] {
        if let only { return [only: try store.updates(of: only)] }
        var cases: [CaseID: [RegisteredUpdate]] = [:]
        let progress = Progress(.counted, label: "reading cases")
        try store.eachCase {
            cases[$0] = $1
            progress.advance()
        }
        return cases
    }

    /// Reads files; refused lines are told to standard error and left out, and the rest goes on.
    private static func read(
        _ paths: [String], _ settings: Settings
    ) throws -> ([CaseID: [RegisteredUpdate]], isComplete: Bool) {
        let reader = UpdateReader(vocabulary: settings.law.vocabulary, rules: settings.law.ruleNames)
        var seen: [UpdateID: Update] = [:]
        var cases: [CaseID: [RegisteredUpdate]] = [:]
        var isComplete = true
        let files = try CaseBook.files(paths, settings)
        let progress = Progress(.steps(files.reduce(0) { $0 + $1.size }), label: "reading updates")
        func refuse(_ path: String, _ number: Int, _ reason: String) {
            progress.say("\(path):\(number): \(reason)")
            isComplete = false
        }
        func add(_ line: UpdateLine, of path: String) {
            progress.advance(by: line.bytes.count + 1)
            switch line.result {
            case .failure(let refusal): refuse(path, line.number, refusal.description)
            case .success(let update):
                guard let known = seen.updateValue(update, forKey: update.id) else {
                    let received = update.at.earliest(in: settings.calendar.zone)
                    return cases[update.caseID, default: []].append(RegisteredUpdate(update, received: received))
                }
                if known == update { return }
                seen[update.id] = known
                refuse(path, line.number, "the id \"\(update.id)\" was there before with other content")
            }
        }
        for (path, _) in files {
            try Failure.reading(saying: try Wording(settings)) {
                var file = try UpdateFile(path: path, reader: reader)
                try file.eachSlice(of: 1000) { lines in lines.forEach { add($0, of: path) } }
            }
        }
        return (cases, isComplete)
    }

    /// The files, and how many bytes each holds; of a pipe nobody knows.
    private static func files(_ paths: [String], _ settings: Settings) throws -> [(path: String, size: Int)] {
        let found = try Failure.reading(saying: try Wording(settings)) { try UpdateFile.paths(paths) }
        return found.map { ($0, stat(of: $0)?.st_size ?? 0) }
    }
}

extension [CaseID: [RegisteredUpdate]] {
    /// What of it was registered by `moment`.
    fileprivate func known(at moment: Instant) -> Self {
        mapValues { $0.filter { $0.received <= moment } }.filter { !$0.value.isEmpty }
    }
}
