import Testing

/// **Measures**: a preventive course is none: its `type` is `paragraf-11-3`, `paragraf-30` or `tidlig-forebyggende`, or its
/// `paragraf` is `11` or `30`.
@Suite struct PreventiveCourseTests {
    private static let courses = [
        "type=paragraf-11-3", "type=paragraf-30", "type=tidlig-forebyggende", "type=stoettende paragraf=11",
        "type=x paragraf=30", "type=paragraf-30 paragraf=30",
    ]

    static let none: [Sentence] = courses.flatMap { course in
        let start = "2024-03-01 indsats.ivaerksat ref=f-1 \(course)"
        return [
            Sentence("\(course) is no measure", "opfoelgning-foerste", [start], at: "2024-04-01", []),
            Sentence(
                "\(course) is a course", "forebyggende-varighed", [start], at: "2024-04-01",
                ["f-1 2024-03-01 → 2024-09-01 pending"]),
            Sentence(
                "nothing runs beside \(course)", "genvurdering", [start, "2024-03-05 underretning.modtaget"],
                at: "2024-04-01", []),
            Sentence(
                "\(course) is not what a decision waits for", "ventetid-3-maaneder",
                ["2024-02-20 afgoerelse.truffet type=stoettende", start], at: "2024-04-01",
                ["– 2024-02-20 → 2024-05-20 pending"]),
        ]
    }

    static let measures: [Sentence] = [
        "type=stoettende", "type=x paragraf=32", "type=paragraf-32", "type=x paragraf=11a",
    ]
    .flatMap { measure in
        let start = "2024-03-01 indsats.ivaerksat ref=i-1 \(measure)"
        return [
            Sentence(
                "\(measure) is one", "opfoelgning-foerste", [start], at: "2024-04-01",
                ["i-1 2024-03-01 → 2024-06-01 pending"]),
            Sentence("\(measure) is no course", "forebyggende-varighed", [start], at: "2024-04-01", []),
        ]
    }

    @Test(arguments: none + measures) func holds(_ sentence: Sentence) throws { try sentence.check() }
}
