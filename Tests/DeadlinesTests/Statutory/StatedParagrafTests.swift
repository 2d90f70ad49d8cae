import Testing

/// A stated `paragraf` is that of the law in force on the measure's start: lists of barnets lov §§ say nothing of measures begun
/// before 2024.
@Suite struct StatedParagrafTests {
    private static func measure(_ paragraf: String?, from start: String = "2024-03-01") -> String {
        "\(start) indsats.ivaerksat ref=i type=x" + (paragraf.map { " paragraf=\($0)" } ?? "")
    }

    static let reassessed: [Sentence] = ["32", "46", "47", "67", nil].map { (paragraf: String?) in
        Sentence(
            "§ \(paragraf ?? "not stated")", "genvurdering",
            [measure(paragraf), "2024-04-02 underretning.modtaget ref=u"],
            at: "2024-04-03",
            ["u 2024-04-02 → 2024-04-16 pending"])
    }
    static let notReassessed: [Sentence] = ["52", "90", "76", "46a"].map { (paragraf: String) in
        Sentence(
            "§ \(paragraf)", "genvurdering", [measure(paragraf), "2024-04-02 underretning.modtaget ref=u"],
            at: "2024-04-03", [])
    }
    static let notFollowedUp: [Sentence] = ["75", "76", "86", "87"].flatMap { (paragraf: String) in
        [
            Sentence("§ \(paragraf)", "opfoelgning-foerste", [measure(paragraf)], at: "2024-04-03", []),
            Sentence(
                "§ \(paragraf)", "opfoelgning-naeste", [measure(paragraf), "2024-04-01 opfoelgning.afholdt"],
                at: "2024-04-03", []),
        ]
    }
    static let followedUp: [Sentence] = ["32", "46", nil].map { (paragraf: String?) in
        Sentence(
            "§ \(paragraf ?? "not stated")", "opfoelgning-foerste", [measure(paragraf)], at: "2024-04-03",
            ["i 2024-03-01 → 2024-06-01 pending"])
    }

    static let begunBefore: [Sentence] = [
        Sentence(
            "a report in 2024", "genvurdering",
            [measure("52", from: "2023-11-01"), "2024-04-02 underretning.modtaget ref=u"],
            at: "2024-04-03", ["u 2024-04-02 → 2024-04-16 pending"]),
        Sentence(
            "a report in 2023", "genvurdering",
            [measure("52", from: "2023-11-01"), "2023-12-01 underretning.modtaget ref=u"],
            at: "2023-12-03", ["u 2023-12-01 → 2023-12-15 pending"]),
        Sentence(
            "its first follow-up", "opfoelgning-foerste", [measure("76", from: "2023-11-01")], at: "2023-12-03",
            ["i 2023-11-01 → 2024-02-01 pending"]),
        Sentence(
            "the one after a follow-up in 2024", "opfoelgning-naeste",
            [measure("76", from: "2023-11-01"), "2024-04-01 opfoelgning.afholdt"], at: "2024-04-03",
            ["i 2024-04-01 → 2024-10-01 pending"]),
    ]

    @Test(arguments: reassessed + notReassessed + notFollowedUp + followedUp + begunBefore) func holds(
        _ sentence: Sentence
    ) throws {
        try sentence.check()
    }
}
