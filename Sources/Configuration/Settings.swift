import Deadlines

/// Everything that `fristd.toml` and the files it names say, checked and ready to use (spec §9).
public struct Settings: Sendable {
    /// The file itself.
    public let file: String
    /// The rules.
    public let law: Law
    /// The calendar sums are made on.
    public let calendar: WorkCalendar
    /// When notices of date rules go out.
    public let office: OfficeHours
    /// Whom to tell.
    public let organisation: Organisation
    /// The texts of the files that word notices, by file name.
    public let templates: [String: String]
    /// Where those lie.
    public let templateDirectory: String
    /// Where things lie.
    public let directories: Directories
    /// Who may write what to the spool; none is everybody everything.
    public let producers: [ProducerSettings]
    /// Whether the journal may name case and ref.
    public let journalNamesCase: Bool
    /// What was overdue before this day goes into one list a person; nil is the day of the first start.
    public let backlogBefore: LocalDate?
    /// What is expected of those who feed it.
    public let feed: FeedSettings
    /// Who gets a digest how often.
    public let digests: DigestSchedule
    /// Which files of the spool are exports of case systems, and what they mean.
    public let imports: [ImportSettings]
    /// Where the metrics are written; nil is nowhere.
    public let metricsFile: String?
    /// How long things are kept.
    public let retention: RetentionSettings
    /// Differs when anything differs that decides what is due and who is told.
    public let fingerprint: String

    /// A language that notices are worded in.
    public enum Language: String, CaseIterable, Sendable {
        /// Danish.
        case danish = "da"
        /// English; what the rule packs say themselves stays Danish.
        case english = "en"
    }

    /// The directories the program reads and writes.
    public struct Directories: Sendable, Equatable {
        /// Holds `incoming`, `done` and `rejected`.
        public let spool: String
        /// Holds the store.
        public let state: String
        /// Holds `notices.jsonl`, `reminders`, `escalations` and `digests`.
        public let log: String
    }

    /// What reckons cases by these settings.
    ///
    /// - Parameter begun: when the daemon first began, where that is known.
    public func reckoner(begun: Instant? = nil) -> CaseReckoner {
        CaseReckoner(
            law: law, calendar: calendar, office: office, organisation: organisation,
            backlogBefore: backlogBefore ?? begun.map { calendar.zone.date(of: $0) }, isBatched: feed.isBatched)
    }

    /// What tells when nothing is heard any more.
    public var feedWatch: FeedWatch {
        FeedWatch(silentAfter: feed.silentAfter, office: office, organisation: organisation, zone: calendar.zone)
    }

    /// What those of `cases` that stand for sources say of how far the data reach; nil where updates do not come in
    /// batches.
    public func reaches(_ cases: [CaseID: [RegisteredUpdate]]) -> FeedReaches? {
        feed.isBatched ? FeedReaches(cases, under: law, zone: calendar.zone) : nil
    }

    /// How far the data reach at `moment` by what those of `cases` that stand for sources say.
    public func reach(_ cases: [CaseID: [RegisteredUpdate]], at moment: Instant) -> FeedReach {
        reaches(cases)?.reach(at: moment) ?? .live
    }

    /// What a digest of `period` that is written at `moment` looks at, on data that reach so far.
    public func view(of period: DigestPeriod, at moment: Instant, reaches: FeedReaches?) -> DigestView {
        DigestView(
            law: law, calendar: calendar, office: office, organisation: organisation, period: period, moment: moment,
            reaches: reaches)
    }
}
