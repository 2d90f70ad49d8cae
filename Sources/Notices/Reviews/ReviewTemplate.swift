/// What leaders found, as a page.
enum ReviewTemplate: String, Phrase {
    case page = "review.html"

    static let isShared = true

    enum Gaps: String, Gap {
        case answers, before, caseworker, caseworkers, count, coverage, last, lacking, language, name, none,
            open
        case overview, read, registered, rows, teams, title, word, written

        static let outermost: [Gaps] = [
            .answers, .language, .none, .overview, .registered, .teams, .title, .written,
        ]

        var inside: [String] {
            switch self {
            case .overview: ReviewWord.allCases.map(\.rawValue)
            case .teams: [Gaps.name, .rows, .coverage, .caseworkers].map(\.rawValue)
            case .rows: [Gaps.name, .answers, .lacking, .before].map(\.rawValue)
            case .answers: [Gaps.word, .count].map(\.rawValue)
            case .caseworkers: [Gaps.caseworker, .open, .read, .last].map(\.rawValue)
            default: []
            }
        }
    }
}

/// A heading or a label of what leaders found; no code speaks of them, the template does.
enum ReviewWord: String, Phrase, Gap {
    case before, caseworker, found, lacking, last, looked, open, read, readLately

    var table: String? { "review" }
}

/// A sentence of what leaders found.
enum ReviewSentence: String, Phrase {
    case coverage, days, nobody, none, noTeam, notRead, team, title

    enum Gaps: String, Gap {
        case cases, from, people, period, read, reached, team, until
    }

    var table: String? { "review_sentence" }
}
