import Testing

/// `underretning-24-timer` where something is registered by its date only: the worse is assumed, and said to be so.
@Suite struct UncertainReportTests {
    private static let instant = "2024-03-04T10:00:00+01:00 underretning.modtaget"
    private static let fromInstant = "– 2024-03-04T10:00+01:00 → 2024-03-05T10:00+01:00"
    private static let date = "2024-03-04 underretning.modtaget"
    private static let fromDate = "– 2024-03-04T00:00+01:00 → 2024-03-05T00:00+01:00"

    static let starts: [Example] = [
        Example("a date counts from 00:00", [date], at: "2024-03-04T23:59:59+01:00", ["\(fromDate) pending"]),
        Example(
            "at 24:00 it may be missing", [date], at: "2024-03-05T00:00:00+01:00", ["\(fromDate) missing uncertain"]),
        Example("so it may a day long", [date], at: "2024-03-05T23:59:59+01:00", ["\(fromDate) missing uncertain"]),
        Example("then it is certain", [date], at: "2024-03-06T00:00:00+01:00", ["\(fromDate) missing"]),
        Example(
            "met by an instant in the first day", [date, "2024-03-04T23:00:00+01:00 underretning.vurderet"],
            at: "2024-03-07", ["\(fromDate) met 2024-03-04T23:00+01:00"]),
        Example(
            "met by an instant in the second day", [date, "2024-03-05T10:00:00+01:00 underretning.vurderet"],
            at: "2024-03-07", ["\(fromDate) late 2024-03-05T10:00+01:00 uncertain"]),
        Example(
            "met by an instant in the third day", [date, "2024-03-06T10:00:00+01:00 underretning.vurderet"],
            at: "2024-03-07", ["\(fromDate) late 2024-03-06T10:00+01:00"]),
    ]

    static let ends: [Example] = [
        Example(
            "met on the start's date", [instant, "2024-03-04 underretning.vurderet"], at: "2024-03-07",
            ["\(fromInstant) met 2024-03-05T00:00+01:00"]),
        Example(
            "met on the due date", [instant, "2024-03-05 underretning.vurderet"], at: "2024-03-07",
            ["\(fromInstant) late 2024-03-06T00:00+01:00 uncertain"]),
        Example(
            "met on the day after", [instant, "2024-03-06 underretning.vurderet"], at: "2024-03-07",
            ["\(fromInstant) late 2024-03-07T00:00+01:00"]),
        Example(
            "met on an earlier date", [instant, "2024-03-03 underretning.vurderet"], at: "2024-03-07",
            ["\(fromInstant) missing"]),
        Example(
            "closed on the start's date", [instant, "2024-03-04 sag.afsluttet"], at: "2024-03-07",
            ["\(fromInstant) void"]),
        Example(
            "closed on the due date", [instant, "2024-03-05 sag.afsluttet"], at: "2024-03-07",
            ["\(fromInstant) missing uncertain"]),
        Example(
            "closed on the day after", [instant, "2024-03-06 sag.afsluttet"], at: "2024-03-07",
            ["\(fromInstant) missing"]),
    ]

    static let metAndClosed: [Example] = [
        Example(
            "met by an instant, closed later that date",
            [instant, "2024-03-05T09:00:00+01:00 underretning.vurderet", "2024-03-05 sag.afsluttet"], at: "2024-03-09",
            ["\(fromInstant) met 2024-03-05T09:00+01:00"]),
        Example(
            "met and closed on the start's date: perhaps closed first",
            [instant, "2024-03-04 underretning.vurderet", "2024-03-04 sag.afsluttet"], at: "2024-03-09",
            ["\(fromInstant) void uncertain"]),
        Example(
            "met and closed on the due date",
            [instant, "2024-03-05 underretning.vurderet", "2024-03-05 sag.afsluttet"], at: "2024-03-09",
            ["\(fromInstant) late 2024-03-06T00:00+01:00 uncertain"]),
        Example(
            "begun on a date, closed by an instant on the next",
            [date, "2024-03-05T10:00:00+01:00 sag.afsluttet"], at: "2024-03-09", ["\(fromDate) missing uncertain"]),
        Example(
            "begun on a date, closed by an instant two days later",
            [date, "2024-03-06T10:00:00+01:00 sag.afsluttet"], at: "2024-03-09", ["\(fromDate) missing"]),
        Example(
            "begun on a date, closed by an instant on that date",
            [date, "2024-03-04T10:00:00+01:00 sag.afsluttet"], at: "2024-03-09", ["\(fromDate) void"]),
    ]

    static let both: [Example] = [
        Example(
            "met on the start's date", [date, "2024-03-04 underretning.vurderet"], at: "2024-03-07",
            ["\(fromDate) met 2024-03-05T00:00+01:00"]),
        Example(
            "met on the next date", [date, "2024-03-05 underretning.vurderet"], at: "2024-03-07",
            ["\(fromDate) late 2024-03-06T00:00+01:00 uncertain"]),
        Example(
            "met three days later", [date, "2024-03-07 underretning.vurderet"], at: "2024-03-09",
            ["\(fromDate) late 2024-03-08T00:00+01:00"]),
        Example(
            "met on an earlier date", [date, "2024-03-03 underretning.vurderet"], at: "2024-03-04",
            ["\(fromDate) pending"]),
        Example(
            "on the longest day of the year", ["2024-10-27 underretning.modtaget"], at: "2024-10-27",
            ["– 2024-10-27T00:00+02:00 → 2024-10-27T23:00+01:00 pending"]),
    ]

    @Test(arguments: starts + ends + metAndClosed + both) func holds(_ example: Example) throws {
        try example.check("underretning-24-timer")
    }
}
