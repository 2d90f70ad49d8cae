import Deadlines
import Testing

/// `opfoelgning-foerste`, barnets lov: three months, or sooner the end of an investigation that ran when the measure began.
@Suite struct FollowUpAtInvestigationEndTests {
    private static let start = "2024-04-01 indsats.ivaerksat ref=ind-1 type=stoettende"
    private static let investigation = "2024-03-01 bfu.besluttet ref=bfu-1"
    private static let threeMonths = "ind-1 2024-04-01 → 2024-07-01"
    private static let sooner = "ind-1 2024-04-01 → 2024-05-15"

    static let investigations: [Example] = [
        Example("still running", [start, investigation], at: "2024-05-20", ["\(threeMonths) pending"]),
        Example(
            "ended sooner", [start, investigation, "2024-05-15 bfu.afsluttet"], at: "2024-05-15", ["\(sooner) pending"]),
        Example(
            "ended sooner, a day later", [start, investigation, "2024-05-15 bfu.afsluttet"], at: "2024-05-16",
            ["\(sooner) missing"]),
        Example(
            "before it has ended", [start, investigation, "2024-05-15 bfu.afsluttet"], at: "2024-05-14",
            ["\(threeMonths) pending"]),
        Example(
            "ended later", [start, investigation, "2024-07-02 bfu.afsluttet"], at: "2024-07-03",
            ["\(threeMonths) missing"]),
        Example(
            "ended on the day the measure began: was not running", [start, investigation, "2024-04-01 bfu.afsluttet"],
            at: "2024-05-20", ["\(threeMonths) pending"]),
        Example(
            "began on the day the measure began", [start, "2024-04-01 bfu.behov", "2024-05-15 bfu.afsluttet"],
            at: "2024-05-20", ["\(sooner) missing"]),
        Example(
            "began after the measure", [start, "2024-04-02 bfu.behov", "2024-05-15 bfu.afsluttet"], at: "2024-05-20",
            ["\(threeMonths) pending"]),
        Example(
            "the end of another investigation is none of its",
            [start, investigation, "2024-05-15 bfu.afsluttet", "2024-05-10 bfu.afsluttet ref=bfu-2"],
            at: "2024-05-15", ["\(sooner) pending"]),
        Example(
            "its end taken back",
            [
                start, investigation, "2024-05-15 bfu.afsluttet id=end",
                "2024-05-16 registrering.annulleret takes-back=end",
            ],
            at: "2024-05-20", ["\(threeMonths) pending"]),
        Example(
            "closing the case ends no investigation",
            [start, investigation, "2024-03-20 sag.afsluttet", "2024-05-15 bfu.afsluttet"], at: "2024-05-20",
            ["\(sooner) missing"]),
    ]

    static let disclosures: [Example] = [
        Example(
            "a disclosure", [start, "2024-03-01 afdaekning.paabegyndt", "2024-05-15 afdaekning.afsluttet"],
            at: "2024-05-20", ["\(sooner) missing"]),
        Example(
            "of two the sooner",
            [
                start, investigation, "2024-06-01 bfu.afsluttet", "2024-03-01 afdaekning.paabegyndt",
                "2024-05-15 afdaekning.afsluttet",
            ], at: "2024-06-02", ["\(sooner) missing"]),
    ]

    static let followUps: [Example] = [
        Example(
            "before the end", [start, investigation, "2024-05-15 bfu.afsluttet", "2024-05-10 opfoelgning.afholdt"],
            at: "2024-08-01", ["\(sooner) met 2024-05-10"]),
        Example(
            "on the end", [start, investigation, "2024-05-15 bfu.afsluttet", "2024-05-15 opfoelgning.afholdt"],
            at: "2024-08-01", ["\(sooner) met 2024-05-15"]),
        Example(
            "after it", [start, investigation, "2024-05-15 bfu.afsluttet", "2024-05-16 opfoelgning.afholdt"],
            at: "2024-08-01", ["\(sooner) late 2024-05-16"]),
        Example(
            "the measure ended on that day",
            [start, investigation, "2024-05-15 bfu.afsluttet", "2024-05-15 indsats.afsluttet"],
            at: "2024-08-01", ["\(sooner) void"]),
        Example(
            "the measure ended the day after",
            [start, investigation, "2024-05-15 bfu.afsluttet", "2024-05-16 indsats.afsluttet"], at: "2024-08-01",
            ["\(sooner) missing"]),
    ]

    static let serviceloven: [Example] = [
        Example(
            "serviceloven has no earlier end",
            ["2023-12-01 indsats.ivaerksat type=x", "2023-11-01 bfu.behov", "2024-01-15 bfu.afsluttet"],
            at: "2024-02-01", ["– 2023-12-01 → 2024-03-01 pending"]),
        Example(
            "an investigation begun under serviceloven counts for a measure begun after it",
            ["2024-01-10 indsats.ivaerksat type=x", "2023-11-01 bfu.behov", "2024-01-15 bfu.afsluttet"],
            at: "2024-02-01", ["– 2024-01-10 → 2024-01-15 missing"]),
    ]

    @Test(arguments: investigations + disclosures + followUps + serviceloven) func holds(_ example: Example) throws {
        try example.check("opfoelgning-foerste")
    }
}
