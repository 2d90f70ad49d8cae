/// One line of input: something that happened in a case (spec §3).
public struct Update: Hashable, Sendable {
    /// Unique across producers; the same id with the same content is the same update.
    public let id: UpdateID
    /// The case it happened in.
    public let caseID: CaseID
    /// What happened.
    public let event: EventKind
    /// When it happened.
    public let at: Moment
    /// What inside the case it is about; nil is the case as a whole.
    public let ref: Reference?
    /// Who holds the case from `at` on, where the update says so.
    public let caseworker: PersonID?
    /// The team that holds the case from `at` on, where the update says so.
    public let team: TeamID?
    /// The fields the kind declares.
    public let data: [FieldName: FieldValue]

    /// An update of these parts, which are known to be well formed.
    public init(
        id: UpdateID, caseID: CaseID, event: EventKind, at: Moment, ref: Reference? = nil,
        caseworker: PersonID? = nil, team: TeamID? = nil, data: [FieldName: FieldValue] = [:]
    ) {
        self.id = id
        self.caseID = caseID
        self.event = event
        self.at = at
        self.ref = ref
        self.caseworker = caseworker
        self.team = team
        self.data = data
    }
}

/// The value of a field of `data`.
public enum FieldValue: Hashable, Sendable {
    /// `true` or `false`.
    case flag(Bool)
    /// A word, a code, or an identifier.
    case word(String)
    /// `2026-03-02`.
    case date(LocalDate)
    /// `2009-05`.
    case month(Month)
    /// RFC 3339 with offset.
    case instant(Instant)

    /// The date, when it is one.
    public var asDate: LocalDate? {
        if case .date(let date) = self { date } else { nil }
    }

    /// The instant, when it is one.
    public var asInstant: Instant? {
        if case .instant(let instant) = self { instant } else { nil }
    }

    /// The word, when it is one.
    public var asWord: String? {
        if case .word(let word) = self { word } else { nil }
    }
}

/// A month of a year: `2009-05`.
public struct Month: Hashable, Sendable, CustomStringConvertible {
    /// The month's first day.
    public let firstDay: LocalDate

    /// Reads `YYYY-MM` and nothing else.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 7, let date = LocalDate(text + "-01") else { return nil }
        firstDay = date
    }

    /// `YYYY-MM`.
    public var description: String { String(firstDay.description.prefix(7)) }
}

/// An update, and when this daemon first took it in.
public struct RegisteredUpdate: Hashable, Sendable {
    /// The update.
    public let update: Update
    /// When it was taken in.
    public let received: Instant

    /// An update taken in at `received`.
    public init(_ update: Update, received: Instant) {
        self.update = update
        self.received = received
    }
}
