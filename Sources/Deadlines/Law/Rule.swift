/// One version of a requirement: what starts it, when it is due, what meets it, whom to tell.
///
/// A rule id has one version for each act it has stood in; which applies is decided by the date of the start.
package final class Rule: Sendable {
    /// The rule's id, the same in every act.
    package let id: RuleID
    /// What it is called, in Danish: »Første opfølgning på indsatsen«.
    package let title: String
    /// Act and §: `Barnets lov § 95, stk. 2`.
    package let law: String
    /// What the time limit rests on.
    package let grundlag: Grundlag
    /// Whether the source was read; false is to be confirmed by the municipality's lawyers.
    package let confirmed: Bool
    /// Whether what it asks for is a formality beside the others: where not all can be listed, it stands behind them.
    package let isFormality: Bool
    /// The steps at which people are told.
    package let ladder: LadderID
    /// The days on which a start falls under this version.
    package let inForce: Period
    /// The cases it is about: nil is children's cases, otherwise the namespace before `/` of the case's reference.
    package let namespace: String?
    /// How it is counted.
    package let form: Form
    /// What is asked for, in Danish, as it stands in »Der er ikke registreret …«: »en opfølgning på indsatsen«.
    package let asks: String
    /// How it is said that it has started; nil where what started it and what is asked for say it.
    package let announcement: Announcement?
    /// The file it stands in.
    package let file: String
    /// Its own lines there.
    package let text: String

    /// A version of these parts.
    package init(
        id: RuleID, title: String, law: String, grundlag: Grundlag, confirmed: Bool, isFormality: Bool = false,
        ladder: LadderID,
        inForce: Period, namespace: String?, form: Form, asks: String, announcement: Announcement? = nil,
        file: String, text: String
    ) {
        self.id = id
        self.title = title
        self.law = law
        self.grundlag = grundlag
        self.confirmed = confirmed
        self.isFormality = isFormality
        self.ladder = ladder
        self.inForce = inForce
        self.namespace = namespace
        self.form = form
        self.asks = asks
        self.announcement = announcement
        self.file = file
        self.text = text
    }
}

/// How it is said that a requirement has started: »Ny underretning modtaget mandag kl. 14.05; den skal være vurderet senest …«.
package struct Announcement: Sendable {
    /// What has come, as it stands before the time: »Ny underretning modtaget«.
    package let news: String
    /// What is asked for, as it stands before »senest«: »den skal være vurderet«.
    package let must: String

    /// An announcement in these words.
    package init(news: String, must: String) {
        self.news = news
        self.must = must
    }
}

/// What a rule's time limit rests on; only `lov` is ever called a breach of the law.
package enum Grundlag: String, CaseIterable, Sendable {
    /// The statute names the limit.
    case lov
    /// The reviewing authorities' practice does.
    case praksis
    /// The municipality has set it.
    case lokal
}

/// The days on which something is in force, both ends included; nil is open.
package struct Period: Hashable, Sendable {
    /// The first day.
    package let from: LocalDate?
    /// The last day.
    package let until: LocalDate?

    /// From `from` to `until`, both included.
    package init(from: LocalDate? = nil, until: LocalDate? = nil) {
        self.from = from
        self.until = until
    }

    /// Whether it is in force on `date`.
    package func contains(_ date: LocalDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }

    /// Whether some day lies in both.
    package func overlaps(_ other: Period) -> Bool {
        if let until, let from = other.from, until < from { return false }
        if let from, let until = other.until, until < from { return false }
        return true
    }
}
