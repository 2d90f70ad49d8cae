import Deadlines
import Figures

/// What falls due in the coming weeks.
extension DigestSentences {
    /// By team where the reader sees several, and else by caseworker: a department's caseworkers would fill pages.
    var ahead: Section? {
        let figures = figures.ahead
        let rows: [(name: String, counts: [Int])] =
            namesTeams
            ? figures.byTeam.map { ($0.team.map(wording.name(of:)) ?? say(.noTeam), $0.counts) }
            : figures.byCaseworker.map { ($0.caseworker?.rawValue ?? say(.nobody), $0.counts) }
        guard !rows.isEmpty else { return nil }
        let headings = figures.weeks.map { say(.week, [.number: String($0.number.number)]) }
        let heading = words.say(namesTeams ? Column.team : .caseworker)
        let cells = [[heading] + headings] + rows.map { [$0.name] + $0.counts.map(String.init) }
        return [
            .caption: words.say(OverviewWord.ahead), .heading: heading, .headings: headings,
            .lines: lines(cells, right: 1..<headings.count + 1),
            .rows: rows.map { row -> Section in [.label: row.name, .numbers: row.counts.map(String.init)] },
        ]
    }
}
