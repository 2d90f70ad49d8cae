import Deadlines
import Figures

/// Where the bars of the drawings stand, for the page; the template holds the marks, so that their looks are its own.
extension DigestSentences {
    /// Week by week, with upright bars side by side.
    var weeks: [Section] {
        let (width, height) = (624.0, 150.0)
        let step = width / Double(max(1, figures.weeks.count))
        return figures.weeks.enumerated().map { position, week in
            let (number, kept) = (String(week.week.number.number), week.kept[.lov] ?? .shown(Ratio()))
            let percent = kept.value?.percent
            let (left, length) = (Double(position) * step, (percent ?? 0) * height / 100)
            return [
                .week: say(.week, [.number: number]), .number: number, .kept: self.kept(kept),
                .percent: percent.map { "\(decimal($0.rounded())) %" } ?? "–", .bar: percent != nil,
                .x: text(left + step * 0.15), .width: text(step * 0.7), .middle: text(left + step / 2),
                .y: text(height - length), .above: text(height - length - 5), .height: text(length),
            ]
        }
    }

    /// Rows with lying bars under one another, each with a mark where its limit lies.
    func drawn(_ rows: [(row: Section, number: Int, limit: Int?)]) -> Section {
        let (width, step) = (430.0, 26.0)
        let scale = width / Double(max(1, rows.flatMap { [$0.number, $0.limit ?? 0] }.max() ?? 0))
        let drawn = rows.enumerated().map { position, bar -> Section in
            let (top, length) = (Double(position) * step, Double(bar.number) * scale)
            let limit = bar.limit.map { Double($0) * scale }
            return bar.row + [
                .y: text(top + step * 0.15), .height: text(step * 0.7), .line: text(top + step * 0.5 + 5),
                .width: text(length), .after: text(max(length, limit ?? 0) + 8), .limit: limit.map(text),
                .top: text(top + 2), .bottom: text(top + step - 2),
            ]
        }
        return [.rows: drawn, .height: text(Double(rows.count) * step + 4)]
    }

    /// A number with one decimal, as SVG writes it.
    private func text(_ number: Double) -> String { JSON.decimal(number).line }
}
