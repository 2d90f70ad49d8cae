import TestSupport
import Testing

/// `forebyggende-ved-bfu`: a preventive course and an investigation run at the same time.
@Suite struct CourseBesideInvestigationTests {
    private static let course = "2024-03-01 indsats.ivaerksat ref=f-1 type=paragraf-11-3"
    private static let investigation = "2024-04-01 bfu.besluttet ref=bfu-1"
    private static let row = "f-1 2024-04-01 → 2024-04-01"

    static let starts: [Example] = [
        Example("the course first", [course, investigation], at: "2024-04-01", ["\(row) missing"]),
        Example("before the investigation", [course, investigation], at: "2024-03-31", []),
        Example(
            "the investigation first", [investigation, "2024-04-20 indsats.ivaerksat ref=f-1 type=paragraf-11-3"],
            at: "2024-04-20", ["f-1 2024-04-20 → 2024-04-20 missing"]),
        Example(
            "both on one day", [investigation, "2024-04-01 indsats.ivaerksat ref=f-1 type=paragraf-11-3"],
            at: "2024-04-01", ["\(row) missing"]),
        Example("a course alone", [course], at: "2024-05-01", []),
        Example(
            "a measure beside it", [investigation, "2024-03-01 indsats.ivaerksat type=stoettende"], at: "2024-05-01", []
        ),
        Example(
            "the course ended the day the investigation began",
            [course, investigation, "2024-04-01 indsats.afsluttet"], at: "2024-05-01", []),
        Example(
            "the investigation ended the day the course began",
            [investigation, "2024-04-20 bfu.afsluttet", "2024-04-20 indsats.ivaerksat ref=f-1 type=paragraf-11-3"],
            at: "2024-05-01", []),
    ]

    static let ends: [Example] = [
        Example(
            "the course ends", [course, investigation, "2024-05-01 indsats.afsluttet"], at: "2024-05-01",
            ["\(row) late 2024-05-01"]),
        Example(
            "the investigation ends", [course, investigation, "2024-05-01 bfu.afsluttet"], at: "2024-05-01",
            ["\(row) late 2024-05-01"]),
        Example(
            "both end", [course, investigation, "2024-05-10 bfu.afsluttet", "2024-05-01 indsats.afsluttet"],
            at: "2024-06-01", ["\(row) late 2024-05-01"]),
        Example(
            "another course ends", [course, investigation, "2024-05-01 indsats.afsluttet ref=f-2"], at: "2024-05-02",
            ["\(row) missing"]),
        Example(
            "two courses", [course, "2024-03-10 indsats.ivaerksat ref=f-2 type=paragraf-11-3", investigation],
            at: "2024-05-01", ["\(row) missing", "f-2 2024-04-01 → 2024-04-01 missing"]),
        Example(
            "a second investigation",
            [course, investigation, "2024-04-20 bfu.afsluttet ref=bfu-1", "2024-05-01 bfu.behov ref=bfu-2"],
            at: "2024-05-02", ["\(row) late 2024-04-20", "f-1 2024-05-01 → 2024-05-01 missing"]),
        Example(
            "the case closed that day", [course, investigation, "2024-04-01 sag.afsluttet"], at: "2024-05-02",
            ["\(row) missing"]),
    ]

    @Test(arguments: starts + ends) func holds(_ example: Example) throws {
        try example.check("forebyggende-ved-bfu", under: Shipped.wholeLaw)
    }
}
