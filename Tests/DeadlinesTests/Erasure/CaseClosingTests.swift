import Deadlines
import TestSupport
import Testing

/// From when a closed case counts as closed.
@Suite struct CaseClosingTests {
    /// The closing of a case of these lines, each taken in on the day beside it.
    private func closing(_ lines: [(told: String, received: String)], of caseID: String = "2015-0417") throws
        -> CaseClosing?
    {
        let story = try CaseStory(lines.map(\.told), of: caseID)
        let zone = try Shipped.zone
        let updates = try zip(story.updates, lines).map { update, line in
            let day = try #require(LocalDate(line.received))
            return RegisteredUpdate(update, received: zone.instant(of: day, minute: 23 * 60 + 59))
        }
        let noon = zone.instant(of: try #require(LocalDate("2026-06-10")), minute: 12 * 60)
        return Deadlines.closing(
            of: story.caseID, updates: updates, under: try Shipped.law, on: try Shipped.calendar, at: noon)
    }

    private func goes(_ closing: CaseClosing, before day: String) throws -> (person: Bool, retention: Bool) {
        let day = try #require(LocalDate(day))
        return (closing.lies(before: day, askedBy: .person), closing.lies(before: day, askedBy: .retention))
    }

    @Test func `a closing dated far back does not outdate what is known later`() throws {
        let closing = try #require(
            try closing([
                ("2015-03-01 indsats.ivaerksat ref=ind-1 type=stoettende", "2015-03-01"),
                ("2026-04-01 sag.tildelt", "2026-04-01"), ("2016-05-01 sag.afsluttet", "2026-06-09"),
            ]))
        #expect(closing.closed.description == "2016-05-01")
        #expect(try goes(closing, before: "2021-06-10") == (false, false))
        #expect(try goes(closing, before: "2026-04-01") == (false, false))
        #expect(try goes(closing, before: "2026-04-02") == (true, false))
        #expect(try goes(closing, before: "2026-06-09") == (true, false))
        #expect(try goes(closing, before: "2026-06-10") == (true, true))
    }

    @Test func `the time to keep it begins when the closing is known, and a day given counts as it is`() throws {
        let closing = try #require(
            try closing([
                ("2015-03-01 indsats.ivaerksat ref=ind-1 type=stoettende", "2026-06-01"),
                ("2016-05-01 sag.afsluttet", "2026-06-01"),
            ]))
        #expect(try goes(closing, before: "2016-05-01") == (false, false))
        #expect(try goes(closing, before: "2016-05-02") == (true, false))
        #expect(try goes(closing, before: "2026-06-02") == (true, true))
    }

    @Test func `a closing known before its day counts from its day, one told again from the last time`() throws {
        let early = try #require(try closing([("2026-06-08 sag.afsluttet", "2026-06-07")]))
        #expect(try goes(early, before: "2026-06-08") == (false, false))
        #expect(try goes(early, before: "2026-06-09") == (true, true))
        let twice = try #require(
            try closing([("2016-05-01 sag.afsluttet", "2016-05-01"), ("2016-05-01 sag.afsluttet", "2026-06-01")]))
        #expect(try goes(twice, before: "2026-06-01") == (true, false))
    }

    @Test func `what is worked on is not closed`() throws {
        let lines = [("2016-05-01 sag.afsluttet", "2016-05-01")]
        #expect(try closing(lines) != nil)
        #expect(try closing(lines + [("2017-03-01 indsats.ivaerksat ref=ind-1 type=stoettende", "2017-03-01")]) == nil)
        #expect(try closing(lines + [("2026-06-11 sag.tildelt", "2026-06-10")]) == nil)
        #expect(try closing([("2016-05-01 sag.tildelt", "2016-05-01")]) == nil)
        #expect(try closing(lines, of: "team/nord") == nil)
    }
}
