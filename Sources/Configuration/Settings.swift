package import Deadlines
package import Figures
package import Rules
package import Telling

/// Everything that `fristd.toml` and the files it names say, checked and ready to use (spec §9).
package struct Settings: Sendable {
    /// The file itself.
    package let file: String
    /// The rules.
    package let law: Law
    /// By which ladders they are told.
    package let ladders: [LadderID: Ladder]
    /// The calendar sums are made on.
    package let calendar: WorkCalendar
    /// When notices of date rules go out.
    package let office: OfficeHours
    /// Whom to tell.
    package let organisation: Organisation
    /// The files that word notices.
    package let wording: WordingFiles
    /// Where things lie.
    package let directories: Directories
    /// Who may write what to the spool; none is everybody everything.
    package let producers: [ProducerSettings]
    /// Whether the journal may name case and ref.
    package let journalNamesCase: Bool
    /// What was overdue before this day goes into one list a person; nil is the day of the first start.
    package let backlogBefore: LocalDate?
    /// What is expected of those who feed it.
    package let feed: FeedSettings
    /// Who gets a digest how often.
    package let digests: DigestSchedule
    /// Which files of the spool are exports of case systems, and what they mean.
    package let imports: [ImportSettings]
    /// Where the metrics are written; nil is nowhere.
    package let metricsFile: String?
    /// How long things are kept.
    package let retention: RetentionSettings
    /// Differs when anything differs that decides what is due and who is told.
    package let fingerprint: String

    /// A language that notices are worded in.
    package enum Language: String, CaseIterable, Sendable {
        /// Danish.
        case danish = "da"
        /// English; what the rule packs say themselves stays Danish.
        case english = "en"
    }

    /// The directories the program reads and writes.
    package struct Directories: Sendable, Equatable {
        /// Holds `incoming`, `done` and `rejected`.
        package let spool: String
        /// Holds the store.
        package let state: String
        /// Holds `notices.jsonl`, `reminders`, `escalations` and `digests`.
        package let log: String
    }

    /// What reckons cases by these settings.
    ///
    /// - Parameter begun: when the daemon first began, where that is known.
    package func reckoner(begun: Instant? = nil) -> CaseReckoner {
        CaseReckoner(
            law: law, ladders: ladders, calendar: calendar, office: office, organisation: organisation,
            backlogBefore: backlogBefore ?? begun.map { calendar.zone.date(of: $0) }, isBatched: feed.isBatched)
    }

    /// What tells when nothing is heard any more.
    package var feedWatch: FeedWatch {
        FeedWatch(silentAfter: feed.silentAfter, office: office, organisation: organisation, zone: calendar.zone)
    }

    /// What those of `cases` that stand for sources say of how far the data reach; nil where updates do not come in
    /// batches.
    package func reaches(_ cases: [CaseID: [RegisteredUpdate]]) -> FeedReaches? {
        feed.isBatched ? FeedReaches(cases, under: law, zone: calendar.zone) : nil
    }

    /// How far the data reach at `moment` by what those of `cases` that stand for sources say.
    package func reach(_ cases: [CaseID: [RegisteredUpdate]], at moment: Instant) -> FeedReach {
        reaches(cases)?.reach(at: moment) ?? .live
    }

    /// What a digest of `period` that is written at `moment` looks at, on data that reach so far.
    ///
    /// - Parameters:
    ///   - since: when the digest was to be written that it is compared with; nil is that of the period before.
    ///   - known: when the first update was received, where that is known.
    package func view(
        of period: DigestPeriod, at moment: Instant, since: Instant? = nil, known: Instant? = nil, reaches: FeedReaches?
    ) -> DigestView {
        DigestView(
            law: law, calendar: calendar, office: office, organisation: organisation, period: period, moment: moment,
            since: since, known: known, reaches: reaches)
    }
}
