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
    /// Who gets a digest how often.
    public let digests: DigestSchedule
    /// Differs when anything differs that decides what is due and who is told.
    public let fingerprint: String

    /// A language that notices are worded in.
    public enum Language: String, CaseIterable, Sendable {
        /// Danish.
        case danish = "da"
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
    public var reckoner: CaseReckoner {
        CaseReckoner(law: law, calendar: calendar, office: office, organisation: organisation)
    }

    /// What a digest of `period` that is written at `moment` looks at.
    public func view(of period: DigestPeriod, at moment: Instant) -> DigestView {
        DigestView(
            law: law, calendar: calendar, office: office, organisation: organisation, period: period, moment: moment)
    }
}
