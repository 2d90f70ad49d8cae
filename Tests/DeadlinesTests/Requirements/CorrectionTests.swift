import Deadlines
import Testing

/// `registrering.annulleret` takes back an update from its own date on (`bfu-4-maaneder`).
@Suite struct CorrectionTests {
    private static let start = "2024-03-01 bfu.behov id=start"
    private static let end = "2024-05-01 bfu.afsluttet id=end"
    private static let row = "– 2024-03-01 → 2024-07-01"

    static let examples: [Example] = [
        Example(
            "of what met it", [start, end, "2024-05-10 registrering.annulleret takes-back=end"], at: "2024-05-11",
            ["\(row) pending"]),
        Example(
            "dated later: not yet taken back",
            [start, end, "2024-05-10 registrering.annulleret takes-back=end"], at: "2024-05-09T23:59:59+02:00",
            ["\(row) met 2024-05-01"]),
        Example(
            "from its date's 00:00 on", [start, end, "2024-05-10 registrering.annulleret takes-back=end"],
            at: "2024-05-10T00:00:00+02:00", ["\(row) pending"]),
        Example(
            "at an instant", [start, end, "2024-05-10T15:00:00+02:00 registrering.annulleret takes-back=end"],
            at: "2024-05-10", ["\(row) met 2024-05-01"]),
        Example(
            "of what met it first, then the next counts",
            [start, end, "2024-07-05 bfu.afsluttet", "2024-05-10 registrering.annulleret takes-back=end"],
            at: "2024-08-01", ["\(row) late 2024-07-05"]),
        Example("of the start", [start, "2024-03-02 registrering.annulleret takes-back=start"], at: "2024-04-01", []),
        Example(
            "of the first start, then the second counts",
            [start, "2024-03-10 bfu.besluttet", "2024-03-20 registrering.annulleret takes-back=start"],
            at: "2024-04-01", ["– 2024-03-10 → 2024-07-10 pending"]),
        Example(
            "of the closing",
            [start, "2024-04-01 sag.afsluttet id=close", "2024-04-02 registrering.annulleret takes-back=close"],
            at: "2024-05-01", ["\(row) pending"]),
        Example(
            "of the excuse",
            [
                start, "2024-05-01 bfu.foreloebig-vurdering aarsag=boernehus id=excuse",
                "2024-07-10 registrering.annulleret takes-back=excuse",
            ], at: "2024-08-01", ["\(row) missing"]),
        Example(
            "dated before what it takes back",
            [start, end, "2024-04-01 registrering.annulleret takes-back=end"], at: "2024-05-11", ["\(row) pending"]),
        Example(
            "it cannot itself be taken back",
            [
                start, end, "2024-05-10 registrering.annulleret takes-back=end id=correction",
                "2024-05-11 registrering.annulleret takes-back=correction",
            ], at: "2024-05-12", ["\(row) pending"]),
        Example(
            "of nothing there is", [start, "2024-05-10 registrering.annulleret takes-back=nothing"], at: "2024-05-12",
            ["\(row) pending"]),
    ]

    @Test(arguments: examples) func holds(_ example: Example) throws {
        try example.check("bfu-4-maaneder")
    }
}
