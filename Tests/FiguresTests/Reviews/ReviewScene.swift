import Configuration
import Deadlines
import Figures
import TestSupport
import Testing

/// Cases told in lines, under the whole law.
struct ReviewScene {
    let cases: [CaseID: [Update]]
    let law: Law
    let review: LeadersReview
    let calendar: WorkCalendar

    init(_ cases: [String: [String]]) throws {
        let law = try Shipped.wholeLaw
        self.law = law
        review = try #require(law.review)
        calendar = try Shipped.calendar
        let told = try cases.map { id, lines in
            let caseID = CaseID(rawValue: id)
            return (
                caseID,
                try lines.enumerated().map { position, line in
                    try StoryLine(text: line).update(of: caseID, id: "\(id)-\(position)", under: law)
                }
            )
        }
        self.cases = Dictionary(uniqueKeysWithValues: told)
    }

    /// Noon of a day.
    func noon(_ day: String) throws -> Instant {
        calendar.zone.instant(of: try #require(LocalDate(day)), minute: 12 * 60)
    }

    /// What is drawn of the team `nord` on a day, with the cases in some order.
    func draw(
        _ size: ReviewDraw.Size, seed: Int, on day: String, theme: String? = nil, again: Bool = false,
        order: [CaseID]? = nil, besides: [CaseID: [Update]] = [:]
    ) throws -> ReviewSample {
        let theme = try theme.map { id in try #require(review.themes.first { $0.id.rawValue == id }) }
        var draw = ReviewDraw(
            of: TeamID(rawValue: "nord"), theme: theme, seed: seed, again: again, at: try noon(day), under: law, review,
            on: calendar)
        for caseID in order ?? cases.keys.sorted() { draw.add(caseID, updates: cases[caseID] ?? []) }
        for (caseID, updates) in besides { draw.add(caseID, updates: updates) }
        return draw.sample(size)
    }
}
