import TestSupport
import Testing

/// `indsats-stopdato`: the date to which a measure is granted.
@Suite struct StopDateTests {
    private static let start = "2024-03-01 indsats.ivaerksat ref=ind-1 type=stoettende bevilget_til=2024-06-30"
    private static let row = "ind-1 2024-03-01 → 2024-06-30"
    private static let movedRow = "ind-1 2024-03-01 → 2024-09-30"

    private static func extended(_ date: String, to end: String = "2024-09-30", ref: String = "ind-1") -> String {
        "\(date) bevilling.forlaenget ref=\(ref) bevilget_til=\(end)"
    }

    static let dates: [Example] = [
        Example("on it", [start], at: "2024-06-30", ["\(row) pending"]),
        Example("the day after", [start], at: "2024-07-01", ["\(row) missing"]),
        Example("none given", ["2024-03-01 indsats.ivaerksat type=x"], at: "2024-07-01", []),
        Example(
            "§ 11(3)", ["2024-03-01 indsats.ivaerksat type=paragraf-11-3 bevilget_til=2024-06-30"], at: "2024-04-01", []
        ),
        Example(
            "a further start changes nothing",
            [start, "2024-04-01 indsats.ivaerksat ref=ind-1 type=x bevilget_til=2024-12-31"], at: "2024-05-01",
            ["\(row) pending"]),
        Example("the case closed", [start, "2024-06-01 sag.afsluttet"], at: "2024-07-01", ["\(row) void"]),
    ]

    static let extensions: [Example] = [
        Example("before it", [start, extended("2024-06-15")], at: "2024-07-01", ["\(movedRow) pending"]),
        Example("not yet", [start, extended("2024-06-15")], at: "2024-06-14", ["\(row) pending"]),
        Example("missed", [start, extended("2024-06-15")], at: "2024-10-01", ["\(movedRow) missing"]),
        Example("of another", [start, extended("2024-06-15", ref: "ind-2")], at: "2024-07-01", ["\(row) missing"]),
        Example(
            "twice: the latest", [start, extended("2024-06-15"), extended("2024-09-15", to: "2024-12-31")],
            at: "2024-10-01", ["ind-1 2024-03-01 → 2024-12-31 pending"]),
        Example(
            "shortened", [start, extended("2024-04-15", to: "2024-05-31")], at: "2024-06-01",
            ["ind-1 2024-03-01 → 2024-05-31 missing"]),
    ]

    static let ends: [Example] = [
        Example("before it", [start, "2024-05-15 indsats.afsluttet"], at: "2024-07-01", ["\(row) met 2024-05-15"]),
        Example("on it", [start, "2024-06-30 indsats.afsluttet"], at: "2024-07-01", ["\(row) met 2024-06-30"]),
        Example(
            "the day after", [start, "2024-07-01 indsats.afsluttet"], at: "2024-07-01", ["\(row) late 2024-07-01"]),
        Example("of another", [start, "2024-05-15 indsats.afsluttet ref=ind-2"], at: "2024-07-01", ["\(row) missing"]),
        Example(
            "on the moved date", [start, extended("2024-06-15"), "2024-09-30 indsats.afsluttet"], at: "2024-10-01",
            ["\(movedRow) met 2024-09-30"]),
    ]

    @Test(arguments: dates + extensions + ends) func holds(_ example: Example) throws {
        try example.check("indsats-stopdato", under: Shipped.wholeLaw)
    }
}
