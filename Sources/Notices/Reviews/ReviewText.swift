package import Deadlines
package import Figures

/// What leaders found, in words.
extension Wording {
    private typealias Section = Filling<ReviewTemplate.Gaps>

    /// `Ledelsestilsyn: 2. halvår 2026`.
    package func title(of figures: ReviewFigures) -> String {
        words.say(ReviewSentence.title, [.period: text(of: figures.period)])
    }

    /// That there is no case to show.
    package var noneToShow: String { words.say(ReviewSentence.none) }

    /// What the period before is called, above a column.
    package func titleBefore(_ figures: ReviewFigures) -> String { text(of: figures.before) }

    /// What a team is called; cases without one have a word too.
    package func heading(of team: TeamID?) -> String {
        guard let team else { return words.say(ReviewSentence.noTeam) }
        return words.say(ReviewSentence.team, [.team: name(of: team)])
    }

    /// What is looked at, or how it was found, as it stands in a table.
    package func title(ofCode code: String) -> String { law.vocabulary.title(ofCode: code) }

    /// `3 ud af 10`; a dash where nothing was judged.
    package func lacking(_ counts: ReviewCounts) -> String {
        counts.judged == 0 ? "–" : outOf(counts.lacking, counts.judged)
    }

    /// How many open cases, and of how many caseworkers, have been read lately.
    package func coverage(of team: ReviewFigures.Team) -> String {
        let people = team.caseworkers.filter { $0.caseworker != nil }
        return words.say(
            ReviewSentence.coverage,
            [
                .read: String(team.caseworkers.reduce(0) { $0 + $1.read }),
                .cases: String(team.caseworkers.reduce(0) { $0 + $1.open }),
                .reached: String(people.count { $0.last != nil }), .people: String(people.count),
            ])
    }

    /// Whose cases they are.
    package func holder(_ coverage: ReviewFigures.Coverage) -> String {
        coverage.caseworker?.rawValue ?? words.say(ReviewSentence.nobody)
    }

    /// When one of a caseworker's cases was last read.
    package func lastRead(_ coverage: ReviewFigures.Coverage) -> String {
        coverage.last.map { numeric(.date($0)) } ?? words.say(ReviewSentence.notRead)
    }

    private func text(of period: Period) -> String {
        guard let from = period.from, let until = period.until else { return "" }
        let half = DigestPeriod(.halfYear, containing: from)
        if half.days == period { return words.period(half, .covered) }
        return words.say(ReviewSentence.days, [.from: words.shortDate(from), .until: words.shortDate(until)])
    }

    /// The same as a page that needs nothing else, and prints on A4.
    package func page(of figures: ReviewFigures) -> String {
        let written = words.say(DigestWord.written, [.at: words.instant(figures.moment, in: zone)])
        return words.say(
            ReviewTemplate.page,
            [
                .title: title(of: figures), .language: words.say(OverviewWord.language), .written: written,
                .registered: words.say(DigestWord.registered), .overview: Filling<ReviewWord>(words),
                .answers: figures.answers.map { [.word: title(ofCode: $0)] as Section },
                .none: figures.teams.isEmpty ? noneToShow : nil,
                .teams: figures.teams.map { section(of: $0, figures) },
            ])
    }

    private func section(of team: ReviewFigures.Team, _ figures: ReviewFigures) -> Section {
        [
            .name: heading(of: team.team), .coverage: coverage(of: team),
            .rows: team.rows.map { row in
                [
                    .name: title(ofCode: row.code), .lacking: lacking(row.now), .before: lacking(row.before),
                    .answers: figures.answers.map { answer in
                        [.word: title(ofCode: answer), .count: String(row.now.count(answer))] as Section
                    },
                ] as Section
            },
            .caseworkers: team.caseworkers.map { coverage in
                [
                    .caseworker: holder(coverage), .open: String(coverage.open), .read: String(coverage.read),
                    .last: lastRead(coverage),
                ] as Section
            },
        ]
    }
}

extension ReviewFigures {
    /// For programs, a team each, by codes.
    package func json() -> JSON {
        .list(
            teams.map { team in
                .object([
                    ("team", .optional(team.team?.rawValue)), ("from", .optional(period.from?.description)),
                    ("to", .optional(period.until?.description)),
                    ("previous_from", .optional(before.from?.description)),
                    ("previous_to", .optional(before.until?.description)),
                    (
                        "pejlemaerker",
                        .list(
                            team.rows.map { row in
                                .object(
                                    [("pejlemaerke", .text(row.code))] + members(of: row.now)
                                        + [("previous", .object(members(of: row.before)))])
                            })
                    ),
                    ("caseworkers", .list(team.caseworkers.map(\.json))),
                ])
            })
    }

    private func members(of counts: ReviewCounts) -> [(String, JSON)] {
        answers.map { ($0, .number(counts.count($0))) } + [
            ("lacking", .number(counts.lacking)), ("judged", .number(counts.judged)),
        ]
    }
}

extension ReviewFigures.Coverage {
    fileprivate var json: JSON {
        .object([
            ("caseworker", .optional(caseworker?.rawValue)), ("open_cases", .number(open)), ("read", .number(read)),
            ("last_read", .optional(last?.description)),
        ])
    }
}
