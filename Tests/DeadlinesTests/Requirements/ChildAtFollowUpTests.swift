import Testing

/// `barnet-ved-opfoelgning`: a field of each follow-up.
@Suite struct ChildAtFollowUpTests {
    private static let measure = "2024-03-01 indsats.ivaerksat ref=ind-1 type=stoettende"
    private static let row = "ind-1 2024-05-15 → 2024-05-15"

    private static func followUp(_ more: String, _ date: String = "2024-05-15") -> String {
        "\(date) opfoelgning.afholdt ref=ind-1 \(more)"
    }
    private static func born(_ month: String) -> String { "2024-03-01 sag.oprettet foedt=\(month)" }

    static let examples: [Example] = [
        Example("said", [measure, followUp("barnet_inddraget=true")], at: "2024-05-15", ["\(row) met 2024-05-15"]),
        Example("denied", [measure, followUp("barnet_inddraget=false")], at: "2024-05-15", ["\(row) missing"]),
        Example(
            "not said: missing at once", [measure, followUp("")], at: "2024-05-15T00:00:00+02:00", ["\(row) missing"]),
        Example(
            "under its own ref, not each measure's",
            [
                measure, "2024-03-05 indsats.ivaerksat ref=ind-2 type=x",
                "2024-05-15 opfoelgning.afholdt barnet_inddraget=true",
            ], at: "2024-05-15", ["– 2024-05-15 → 2024-05-15 met 2024-05-15"]),
        Example(
            "two on one day, one says so", [measure, followUp(""), followUp("barnet_inddraget=true")],
            at: "2024-05-15", ["\(row) met 2024-05-15"]),
        Example(
            "said the next time", [measure, followUp(""), followUp("barnet_inddraget=true", "2024-08-01")],
            at: "2024-08-01", ["\(row) missing", "ind-1 2024-08-01 → 2024-08-01 met 2024-08-01"]),
        Example("a child under one", [measure, born("2023-06"), followUp("")], at: "2024-05-15", []),
        Example("a child of one", [measure, born("2023-05"), followUp("")], at: "2024-05-15", ["\(row) missing"]),
        Example(
            "an act earlier",
            ["2023-03-01 indsats.ivaerksat type=x", "2023-05-15 opfoelgning.afholdt"], at: "2024-05-15",
            ["– 2023-05-15 → 2023-05-15 missing"]),
        Example(
            "closed that day", [measure, followUp(""), "2024-05-15 sag.afsluttet"], at: "2024-05-16", ["\(row) missing"]
        ),
        Example(
            "taken back", [measure, followUp("id=mistake"), "2024-05-16 registrering.annulleret takes-back=mistake"],
            at: "2024-05-16", []),
    ]

    @Test(arguments: examples) func holds(_ example: Example) throws {
        try example.check("barnet-ved-opfoelgning")
    }
}
