import Deadlines
import Figures

/// Where the bars of a drawing stand. The templates hold the marks themselves, so that wording and looks are theirs.
enum Drawing {
    /// A drawing of caseworkers has no more rows.
    static let mostRows = 15

    /// Upright bars side by side, each a share of 100, on a field of this size; nil stands for no bar.
    static func columns(_ bars: [(label: String, value: String, share: Double?)], width: Double, height: Double)
        -> [[String: Any]]
    {
        let step = width / Double(max(1, bars.count))
        return bars.enumerated().map { position, bar in
            let length = (bar.share ?? 0) * height / 100
            var place: [String: Any] = [
                "x": text(Double(position) * step + step * 0.15), "width": text(step * 0.7),
                "middle": text(Double(position) * step + step / 2), "y": text(height - length),
                "above": text(height - length - 5), "height": text(length), "label": bar.label, "value": bar.value,
            ]
            if bar.share != nil { place["bar"] = "1" }
            return place
        }
    }

    /// Lying bars under one another on a field of this width, each with a mark where `limit` lies.
    static func rows(
        _ bars: [(label: String, value: String, number: Int, limit: Int?)], width: Double, step: Double
    ) -> [[String: Any]] {
        let most = bars.flatMap { [$0.number, $0.limit ?? 0] }.max() ?? 0
        let scale = width / Double(max(1, most))
        return bars.enumerated().map { position, bar in
            let length = Double(bar.number) * scale
            var place: [String: Any] = [
                "y": text(Double(position) * step + step * 0.15), "height": text(step * 0.7),
                "line": text(Double(position) * step + step * 0.5 + 5), "width": text(length),
                "after": text(max(length, Double(bar.limit ?? 0) * scale) + 8), "label": bar.label, "value": bar.value,
                "top": text(Double(position) * step + 2), "bottom": text(Double(position + 1) * step - 2),
            ]
            if let limit = bar.limit { place["limit"] = text(Double(limit) * scale) }
            if let limit = bar.limit, bar.number > limit { place["excess"] = "1" }
            return place
        }
    }

    /// A number with one decimal, as SVG writes it.
    static func text(_ number: Double) -> String { JSON.decimal(number).line }
}

extension DigestSentences {
    /// The places of the bars, for the page.
    var drawings: [String: Any] {
        guard !figures.isEmpty else { return [:] }
        var drawings: [String: Any] = ["weeks_drawing": weeksDrawing]
        if figures.overdue.now > 0 { drawings["ages_drawing"] = agesDrawing }
        // Bars help to see who has too many; of more than fit half a page, or where nobody has, the table says it better.
        if figures.load.contains(where: { $0.excess > 0 }), figures.load.count <= Drawing.mostRows {
            drawings["load_drawing"] = loadDrawing
        }
        return drawings
    }

    private var weeksDrawing: [String: Any] {
        let bars = figures.weeks.map { week in
            let percent = week.kept[.lov]?.value?.percent
            return (
                label: String(week.week.number.number),
                value: percent.map { "\(decimal($0.rounded())) %" } ?? "–", share: percent
            )
        }
        return ["bars": Drawing.columns(bars, width: 624, height: 150)]
    }

    private var agesDrawing: [String: Any] {
        let bars = zip(OverdueFigures.Age.allCases, figures.overdue.ages).map { age, figure in
            (
                label: wording.words.name("digest_age", age.rawValue), value: self.number(figure),
                number: figure.value ?? 0, limit: Int?.none
            )
        }
        return rows(bars)
    }

    private var loadDrawing: [String: Any] {
        rows(
            figures.load.map { row in
                (
                    label: row.caseworker?.rawValue ?? wording.words.form("digest.nobody", [:]),
                    value: String(row.cases), number: row.cases, limit: row.most
                )
            })
    }

    private func rows(_ bars: [(label: String, value: String, number: Int, limit: Int?)]) -> [String: Any] {
        let step = 26.0
        return [
            "bars": Drawing.rows(bars, width: 430, step: step),
            "height": Drawing.text(Double(bars.count) * step + 4),
        ]
    }
}
