/// One line of input: something that happened in a case (spec §3).
package struct Update: Hashable, Sendable {
    /// Unique across producers; the same id with the same content is the same update.
    package let id: UpdateID
    /// The case it happened in.
    package let caseID: CaseID
    /// What happened.
    package let event: EventKind
    /// When it happened.
    package let at: Moment
    /// What inside the case it is about; nil is the case as a whole.
    package let ref: Reference?
    /// Who holds the case from `at` on, where the update says so.
    package let caseworker: PersonID?
    /// The team that holds the case from `at` on, where the update says so.
    package let team: TeamID?
    /// The fields the kind declares.
    package let data: [FieldName: FieldValue]

    /// An update of these parts, which are known to be well formed.
    package init(
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
package enum FieldValue: Hashable, Sendable {
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
    package var asDate: LocalDate? {
        if case .date(let date) = self { date } else { nil }
    }

    /// The instant, when it is one.
    package var asInstant: Instant? {
        if case .instant(let instant) = self { instant } else { nil }
    }

    /// The word, when it is one.
    package var asWord: String? {
        if case .word(let word) = self { word } else { nil }
    }

    /// As it stands in an update, without quotation marks.
    package func text(in zone: Zone) -> String {
        switch self {
        case .flag(let flag): "\(flag)"
        case .word(let word): word
        case .date(let date): date.description
        case .month(let month): month.description
        case .instant(let instant): zone.text(of: instant)
        }
    }
}

/// A month of a year: `2009-05`.
package struct Month: Hashable, Sendable, CustomStringConvertible {
    /// The month's first day.
    package let firstDay: LocalDate

    /// Reads `YYYY-MM` and nothing else.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 7, let date = LocalDate(text + "-01") else { return nil }
        firstDay = date
    }

    /// `YYYY-MM`.
    package var description: String { String(firstDay.description.prefix(7)) }
}

/// An update, and when this daemon first took it in.
package struct RegisteredUpdate: Hashable, Sendable {
    /// The update.
    package let update: Update
    /// When it was taken in.
    package let received: Instant

    /// An update taken in at `received`.
    package init(_ update: Update, received: Instant) {
        self.update = update
        self.received = received
    }
}
