import TestSupport
import Testing

/// `ansoegning-86-87`: eight weeks, which a pause holds and moves.
@Suite struct PauseTests {
    private static let start = "2024-03-04 ansoegning.modtaget ref=ans-1 paragraf=86"
    private static let row = "ans-1 2024-03-04 → 2024-04-29"
    /// Ten days later.
    private static let movedRow = "ans-1 2024-03-04 → 2024-05-09"

    private static func paused(_ date: String, _ rule: String = "ansoegning-86-87", ref: String = "ans-1") -> String {
        "\(date) frist.sat-i-bero regel=\(rule) ref=\(ref)"
    }
    private static func resumed(_ date: String, _ rule: String = "ansoegning-86-87", ref: String = "ans-1") -> String {
        "\(date) frist.genoptaget regel=\(rule) ref=\(ref)"
    }

    static let unpaused: [Example] = [
        Example("on the due date", [start], at: "2024-04-29", ["\(row) pending"]),
        Example("the day after", [start], at: "2024-04-30", ["\(row) missing"]),
        Example("§ 87", ["2024-03-04 ansoegning.modtaget ref=ans-1 paragraf=87"], at: "2024-04-29", ["\(row) pending"]),
        Example(
            "decided on the due date", [start, "2024-04-29 ansoegning.afgjort"], at: "2024-04-30",
            ["\(row) met 2024-04-29"]),
        Example(
            "decided the day after", [start, "2024-04-30 ansoegning.afgjort"], at: "2024-04-30",
            ["\(row) late 2024-04-30"]),
    ]

    static let pauses: [Example] = [
        Example(
            "ten days", [start, paused("2024-03-10"), resumed("2024-03-20")], at: "2024-05-09", ["\(movedRow) pending"]),
        Example(
            "ten days, missed", [start, paused("2024-03-10"), resumed("2024-03-20")], at: "2024-05-10",
            ["\(movedRow) missing"]),
        Example(
            "decided on the moved date",
            [start, paused("2024-03-10"), resumed("2024-03-20"), "2024-05-09 ansoegning.afgjort"], at: "2024-05-10",
            ["\(movedRow) met 2024-05-09"]),
        Example(
            "twice", [start, paused("2024-03-10"), resumed("2024-03-16"), paused("2024-04-01"), resumed("2024-04-05")],
            at: "2024-05-09", ["\(movedRow) pending"]),
        Example(
            "begun on the due date", [start, paused("2024-04-29"), resumed("2024-05-09")], at: "2024-05-09",
            ["\(movedRow) pending"]),
        Example(
            "begun after the due date", [start, paused("2024-05-02"), resumed("2024-05-12")], at: "2024-05-13",
            ["\(row) missing"]),
        Example(
            "begun within the moved time",
            [start, paused("2024-03-10"), resumed("2024-03-20"), paused("2024-05-05"), resumed("2024-05-15")],
            at: "2024-05-19", ["ans-1 2024-03-04 → 2024-05-19 pending"]),
        Example(
            "told twice, resumed once",
            [start, paused("2024-03-10"), paused("2024-03-15"), resumed("2024-03-20")], at: "2024-05-09",
            ["\(movedRow) pending"]),
        Example("resumed, never paused", [start, resumed("2024-03-20")], at: "2024-04-30", ["\(row) missing"]),
        Example(
            "resumed the same day", [start, paused("2024-03-10"), resumed("2024-03-10")], at: "2024-04-30",
            ["\(row) missing"]),
        Example(
            "of the whole case",
            [start, "2024-03-10 frist.sat-i-bero regel=ansoegning-86-87", resumed("2024-03-20")], at: "2024-05-09",
            ["\(movedRow) pending"]),
        Example(
            "taken back",
            [
                start, "\(paused("2024-03-10")) id=mistake", "2024-03-11 registrering.annulleret takes-back=mistake",
            ], at: "2024-04-30", ["\(row) missing"]),
        Example(
            "of another rule",
            [start, paused("2024-03-10", "bfu-4-maaneder"), resumed("2024-03-20", "bfu-4-maaneder")],
            at: "2024-04-30", ["\(row) missing"]),
        Example(
            "of another application", [start, paused("2024-03-10", ref: "ans-2"), resumed("2024-03-20", ref: "ans-2")],
            at: "2024-04-30", ["\(row) missing"]),
    ]

    @Test(arguments: unpaused + pauses) func holds(_ example: Example) throws {
        try example.check("ansoegning-86-87", under: Shipped.wholeLaw)
    }

    /// Between the two it is pending, however long.
    @Test(arguments: ["2024-03-11", "2024-04-30", "2025-04-30"]) func openItIsPending(moment: String) throws {
        let story = try CaseStory([Self.start, Self.paused("2024-03-10")], under: Shipped.wholeLaw)
        let rows = try story.rows(of: "ansoegning-86-87", at: moment)
        #expect(rows.count == 1)
        #expect(rows.allSatisfy { $0.hasSuffix(" pending") })
    }

    @Test func resumedForAnotherRuleItIsStillOpen() throws {
        let lines = [Self.start, Self.paused("2024-03-10"), Self.resumed("2024-03-20", "bfu-4-maaneder")]
        let rows = try CaseStory(lines, under: Shipped.wholeLaw).rows(of: "ansoegning-86-87", at: "2024-06-01")
        #expect(rows.count == 1)
        #expect(rows.allSatisfy { $0.hasSuffix(" pending") })
    }

    @Test func decidedWhileItIsPausedItIsMet() throws {
        let lines = [Self.start, Self.paused("2024-03-10"), "2024-04-25 ansoegning.afgjort"]
        let rows = try CaseStory(lines, under: Shipped.wholeLaw).rows(of: "ansoegning-86-87", at: "2024-06-01")
        #expect(rows.count == 1)
        #expect(rows.allSatisfy { $0.hasSuffix(" met 2024-04-25") })
    }

    @Test func closedWhileItIsPausedItIsVoid() throws {
        let lines = [Self.start, Self.paused("2024-03-10"), "2024-06-01 sag.afsluttet"]
        let rows = try CaseStory(lines, under: Shipped.wholeLaw).rows(of: "ansoegning-86-87", at: "2024-07-01")
        #expect(rows.count == 1)
        #expect(rows.allSatisfy { $0.hasSuffix(" void") })
    }

    @Test func pausedOnceItWasMetItStaysMet() throws {
        let lines = [Self.start, "2024-03-06 ansoegning.afgjort", Self.paused("2024-03-10")]
        let rows = try CaseStory(lines, under: Shipped.wholeLaw).rows(of: "ansoegning-86-87", at: "2024-07-01")
        #expect(rows.count == 1)
        #expect(rows.allSatisfy { $0.hasSuffix(" met 2024-03-06") })
    }

    /// A rule that may not pause goes on.
    @Test func noOtherRuleIsHeld() throws {
        let story = try CaseStory([
            "2024-03-01 bfu.behov", "2024-03-10 frist.sat-i-bero regel=bfu-4-maaneder",
            "2024-03-20 frist.genoptaget regel=bfu-4-maaneder",
        ])
        #expect(try story.rows(of: "bfu-4-maaneder", at: "2024-07-02") == ["– 2024-03-01 → 2024-07-01 missing"])
    }
}
