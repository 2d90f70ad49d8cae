/// A digest: for a terminal and a mail, and as a page.
enum DigestTemplate: String, Phrase {
    case text = "digest.txt"
    case page = "digest.html"

    static let isShared = true

    enum Gaps: String, Gap {
        case about, aboutAges, aboutOverdue, aboutWeeks, above, after, ages, ahead, bar, bottom, caption, `case`, cases,
            caseworker, change, column, count, country,
            details,
            doable, due
        case end, excess, groups, grundlag, hasHeadlines, hasStatistics, heading, headings, headlines, height,
            hiddenNote, holder,
            isDrawn, item, items
        case kept, keptBefore, keptYearAgo, label, law, limit, line, lines, load, margin, middle, more, moreWords, most,
            name
        case nothing, number, numbers, overdue, overdueLists, overview, percent, previous, reach, reason, ref,
            registered, reminded, rows
        case rules, sentence, soon, soonest, space, start, statistics, stood, team, teams, text, title, toSettle, top,
            total, totals
        case uncertain, unconfirmedNote, unjudged, week, weeks, when, width, written, x, y, yearBefore

        static let outermost: [Gaps] = [
            .aboutAges, .aboutOverdue, .aboutWeeks, .ages, .ahead, .cases, .change, .column, .details, .groups,
            .hasHeadlines, .hasStatistics, .headlines, .hiddenNote, .load,
            .nothing,
            .overdue, .overdueLists, .overview, .previous, .reach, .reason, .registered, .reminded, .soon, .soonest,
            .statistics,
            .title, .toSettle, .uncertain, .unconfirmedNote, .weeks, .written, .totals, .yearBefore,
        ]

        var inside: [String] {
            switch self {
            case .column: Column.names
            case .overview: OverviewWord.names
            default: section.map(\.rawValue)
            }
        }

        private var section: [Gaps] {
            switch self {
            case .ages: [.height, .rows]
            case .ahead: [.caption, .heading, .headings, .lines, .rows]
            case .groups: [.end, .kept, .keptBefore, .keptYearAgo, .name, .rules, .start, .stood, .total]
            case .headlines: [.number, .text]
            case .items:
                [
                    .case, .caseworker, .due, .grundlag, .holder, .item, .law, .margin, .ref, .space, .team, .title,
                    .when,
                ]
            case .load: [.height, .isDrawn, .lines, .rows, .teams]
            case .overdueLists, .soonest: [.caption, .items, .more, .moreWords]
            case .rows:
                [
                    .after, .bottom, .cases, .caseworker, .count, .doable, .excess, .height, .label, .limit, .line,
                    .most, .numbers, .overdue, .soon, .team, .top, .width, .y,
                ]
            case .rules:
                [.about, .country, .end, .kept, .keptBefore, .keptYearAgo, .law, .sentence, .start, .title, .unjudged]
            case .statistics: [.about, .lines, .title]
            case .weeks: [.above, .bar, .height, .kept, .middle, .number, .percent, .week, .width, .x, .y]
            default: []
            }
        }
    }
}
