/// When something happened, as precisely as it was registered: on a day, or at an instant.
package enum Moment: Hashable, Sendable {
    /// Some time on this local day.
    case date(LocalDate)
    /// At this instant.
    case instant(Instant)

    /// Reads a local date or an RFC 3339 date-time with offset; nil for anything else.
    package init?(_ text: some StringProtocol) {
        if let date = LocalDate(text) {
            self = .date(date)
        } else if let instant = Instant(text) {
            self = .instant(instant)
        } else {
            return nil
        }
    }

    /// Whether it is known to the instant.
    package var isInstant: Bool {
        if case .instant = self { true } else { false }
    }

    /// The local date.
    package func date(in zone: Zone) -> LocalDate {
        switch self {
        case .date(let date): date
        case .instant(let instant): zone.date(of: instant)
        }
    }

    /// The first instant at which it can have happened: a date's 00:00.
    package func earliest(in zone: Zone) -> Instant {
        switch self {
        case .date(let date): zone.instant(of: date)
        case .instant(let instant): instant
        }
    }

    /// The last instant at which it can have happened: a date's 24:00.
    package func latest(in zone: Zone) -> Instant {
        switch self {
        case .date(let date): zone.instant(of: date.adding(days: 1))
        case .instant(let instant): instant
        }
    }

    /// The same to the minute, without an offset: `2026-03-02`, or `2026-05-12 08:00`.
    package func brief(in zone: Zone) -> String { String(text(in: zone).prefix(16)).replacing("T", with: " ") }

    /// ISO text: `2026-03-02`, or the instant with milliseconds and offset.
    package func text(in zone: Zone) -> String {
        switch self {
        case .date(let date): date.description
        case .instant(let instant): zone.text(of: instant)
        }
    }
}
