import TestSupport
import Testing

/// `boernesamtale-foer-afgoerelse` does not ask for a conversation with a child under one.
@Suite struct ChildUnderOneTests {
    private static func decision(_ date: String) -> String { "\(date) afgoerelse.truffet type=akut" }
    private static func missing(_ date: String) -> [String] { ["– \(date) → \(date) missing"] }
    private static let born = "2024-01-02 sag.oprettet foedt=2023-05"

    static let examples: [Example] = [
        Example("the last day", [born, decision("2024-04-30")], at: "2024-08-01", []),
        Example("the first day of one", [born, decision("2024-05-01")], at: "2024-08-01", missing("2024-05-01")),
        Example(
            "born in December 2018, the last day", ["2019-01-02 sag.oprettet foedt=2018-12", decision("2019-11-30")],
            at: "2020-01-01", []),
        Example(
            "born in December 2018, the first day of one",
            ["2019-01-02 sag.oprettet foedt=2018-12", decision("2019-12-01")], at: "2020-01-01", missing("2019-12-01")),
        Example(
            "born in February of a leap year", ["2024-02-20 sag.oprettet foedt=2024-02", decision("2025-01-31")],
            at: "2025-03-01", []),
        Example(
            "a year after February of a leap year", ["2024-02-20 sag.oprettet foedt=2024-02", decision("2025-02-01")],
            at: "2025-03-01", missing("2025-02-01")),
        Example(
            "the birth not known", ["2024-01-02 sag.oprettet", decision("2024-04-30")], at: "2024-08-01",
            missing("2024-04-30")),
        Example(
            "said only after the decision", ["2024-06-02 sag.oprettet foedt=2023-05", decision("2024-04-30")],
            at: "2024-08-01", []),
        Example(
            "not yet said", ["2024-06-02 sag.oprettet foedt=2023-05", decision("2024-04-30")], at: "2024-06-01",
            missing("2024-04-30")),
        Example(
            "the latest that says so counts",
            [born, "2024-02-02 sag.oprettet foedt=2022-05", decision("2024-04-30")], at: "2024-08-01",
            missing("2024-04-30")),
        Example(
            "a later one that says nothing", [born, "2024-02-02 sag.oprettet", decision("2024-04-30")],
            at: "2024-08-01", []),
        Example(
            "the latest taken back",
            [
                born, "2024-02-02 sag.oprettet foedt=2022-05 id=mistake",
                "2024-02-03 registrering.annulleret takes-back=mistake", decision("2024-04-30"),
            ], at: "2024-08-01", []),
        Example(
            "born after the decision", ["2024-06-02 sag.oprettet foedt=2024-06", decision("2024-04-30")],
            at: "2024-08-01", []),
        Example(
            "planned for the last day", [born, "2024-04-01 afgoerelse.planlagt type=akut dato=2024-04-30"],
            at: "2024-04-02", []),
        Example(
            "planned for the first day of one", [born, "2024-04-01 afgoerelse.planlagt type=akut dato=2024-05-01"],
            at: "2024-04-02", ["– 2024-04-01 → 2024-05-01 pending"]),
    ]

    @Test(arguments: examples) func holds(_ example: Example) throws {
        try example.check("boernesamtale-foer-afgoerelse")
    }
}
