/// One caseworker's cases: for a terminal and a mail, and as a page.
enum CaseListTemplate: String, Phrase {
    case text = "cases.txt"
    case page = "cases.html"

    static let isShared = true

    enum Gaps: String, Gap {
        case `case`, cases, closed, column, due, grundlag, last, later, law, mark, none, nothing, open, over, overview
        case reach, ref, registered, space, state, summary, table, team, title, written

        static let outermost: [Gaps] = [
            .cases, .column, .none, .overview, .reach, .registered, .summary, .title, .written,
        ]

        var inside: [String] {
            switch self {
            case .column: Column.allCases.map(\.rawValue)
            case .overview: OverviewWord.allCases.map(\.rawValue)
            default: section.map(\.rawValue)
            }
        }

        private var section: [Gaps] {
            switch self {
            case .cases: [.case, .closed, .last, .later, .nothing, .table, .team]
            case .table: [.open]
            case .open: [.due, .grundlag, .law, .mark, .over, .ref, .space, .state, .title]
            default: []
            }
        }
    }
}

/// A sentence of such a list.
enum CaseListWord: String, Phrase {
    case ahead, last, later, none, nothing, over, paused, summary, title, uncertain

    enum Gaps: String, Gap {
        case closed, count, day, event, most, one, oneClosed, oneOverdue, overdue, overdueClosed, person, some, zero
    }

    var table: String? { "case_list" }
}
