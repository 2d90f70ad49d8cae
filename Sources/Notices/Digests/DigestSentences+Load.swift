import Deadlines
import Figures

/// How many cases each caseworker has.
extension DigestSentences {
    var load: Section {
        let names: [(gap: DigestTemplate.Gaps, heading: Column)] =
            [(.caseworker, .caseworker)] + (namesTeams ? [(.team, .team)] : [])
        let numbers: [(gap: DigestTemplate.Gaps, heading: Column)] = [
            (.cases, .cases), (.most, .most), (.doable, .doable), (.overdue, .overdue), (.soon, .soon),
        ]
        let rows = figures.load.map { load -> Section in
            [
                .caseworker: load.caseworker?.rawValue ?? say(.nobody), .cases: String(load.cases),
                .most: load.most.map(String.init) ?? "–", .doable: String(load.doable), .overdue: String(load.overdue),
                .soon: String(load.soon),
                .team: namesTeams ? load.teams.map(wording.name(of:)).joined(separator: ", ") : nil,
                .excess: load.excess > 0 ? count(.excess, load.excess).keptTogether : nil,
            ]
        }
        let headings = (names + numbers).map { words.say($0.heading) } + [""]
        let cells = rows.map { row in ((names + numbers).map(\.gap) + [.excess]).map { row[$0] as? String ?? "" } }
        // Bars help to see who has too many; of more than fit half a page, or where nobody has, the table says it better.
        let isDrawn = figures.load.contains { $0.excess > 0 } && figures.load.count <= 15
        return [
            .lines: lines([headings] + cells, right: names.count..<names.count + numbers.count),
            .teams: namesTeams, .isDrawn: isDrawn,
        ] + drawn(zip(rows, figures.load).map { ($0, $1.cases, $1.most) })
    }

    /// Cells under one another: those of `right` end, the others begin under one another.
    func lines(_ rows: [[String]], right: Range<Int>) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return right.contains(column) ? space + row[column] : row[column] + space
            }.joined(separator: "  ")
        }
    }

    /// Whether the reader needs to be told which team's something is.
    var namesTeams: Bool { figures.recipient.seesSeveralTeams }
}
