import TestSupport
import Testing

/// The ladders of the rules that `LadderTimeTests` does not tell of, registered on the day of the start.
@Suite struct OtherLadderTests {
    private static let holder = "caseworker=mhs team=nord"

    private func story(_ lines: [String], _ rule: String) throws -> NoticeStory {
        try NoticeStory(lines, under: Shipped.wholeLaw.only([rule]))
    }

    /// What is missing when registered on Monday 3 June 2024 is told at that opening.
    @Test(arguments: [
        ("plan-foer-afgoerelse", ["2024-06-03 afgoerelse.truffet type=anbringelse samtykke=false \(holder)"]),
        ("bfu-foer-afgoerelse", ["2024-06-03 afgoerelse.truffet type=anbringelse \(holder)"]),
        ("boernesamtale-foer-afgoerelse", ["2024-06-03 afgoerelse.truffet type=stoettende \(holder)"]),
        ("begrundet-stillingtagen", ["2024-06-03 bfu.afsluttet \(holder)"]),
        (
            "barnet-ved-opfoelgning",
            ["2024-03-01 indsats.ivaerksat type=x \(holder)", "2024-06-03 opfoelgning.afholdt barnet_inddraget=false"]
        ),
        (
            "forebyggende-ved-bfu",
            ["2024-03-01 indsats.ivaerksat type=paragraf-11-3 \(holder)", "2024-06-03 bfu.besluttet"]
        ),
    ])
    func breaches(rule: String, lines: [String]) throws {
        #expect(
            try story(lines, rule).queued(at: "2024-06-03T00:00:00+02:00") == [
                "2024-06-03T08:00+02:00 missing kno", "2024-06-03T08:00+02:00 missing mhs",
                "2024-06-10T08:00+02:00 after-7-days tno",
            ])
    }

    /// Due Tuesday 12 March 2024.
    @Test func short() throws {
        #expect(
            try story(["2024-03-04 underretning.modtaget \(Self.holder)"], "underretning-kvittering")
                .queued(at: "2024-03-04T00:00:00+01:00") == [
                    "2024-03-08T08:00+01:00 before-2-working-days mhs", "2024-03-13T08:00+01:00 overdue kno",
                    "2024-03-13T08:00+01:00 overdue mhs", "2024-03-15T08:00+01:00 after-3-working-days tno",
                    "2024-03-26T08:00+01:00 after-10-working-days afd",
                ])
    }

    /// Due Tuesday 16 April 2024.
    @Test func theKoordinatorsOwn() throws {
        let lines = ["2024-03-01 indsats.ivaerksat type=x \(Self.holder)", "2024-04-02 underretning.modtaget"]
        #expect(
            try story(lines, "genvurdering").queued(at: "2024-04-02T00:00:00+02:00") == [
                "2024-04-12T08:00+02:00 before-2-working-days kno", "2024-04-17T08:00+02:00 overdue kno",
                "2024-04-19T08:00+02:00 after-3-working-days tno", "2024-04-30T08:00+02:00 after-10-working-days afd",
            ])
    }

    /// Due Monday 11 March 2024.
    @Test func abuse() throws {
        let report = "2024-03-04 underretning.modtaget overgreb=true \(Self.holder)"
        #expect(
            try story([report], "boernesamtale-overgreb").queued(at: "2024-03-04T00:00:00+01:00") == [
                "2024-03-04T08:00+01:00 at-once kno", "2024-03-04T08:00+01:00 at-once mhs",
                "2024-03-12T08:00+01:00 overdue tno", "2024-03-14T08:00+01:00 after-3-days afd",
            ])
        let waived = "2024-03-05 boernesamtale.fravalgt formaal=underretning"
        let sent = try story([report, waived], "boernesamtale-overgreb").replayed(until: "2024-05-01T12:00:00+02:00")
            .filter { $0.hasSuffix("sent") }
        #expect(
            sent == [
                "2024-03-04T08:00+01:00 at-once kno sent", "2024-03-04T08:00+01:00 at-once mhs sent",
                "2024-03-05T08:00+01:00 excused tno sent",
            ])
    }

    /// Due Friday 28 February 2025.
    @Test func visits() throws {
        let placement = "2024-03-01 indsats.ivaerksat type=anbringelse \(Self.holder)"
        let later = [
            "2024-12-30T08:00+01:00 before-60-days mhs", "2025-02-07T08:00+01:00 before-21-days mhs",
            "2025-03-03T08:00+01:00 overdue kno", "2025-03-03T08:00+01:00 overdue mhs",
            "2025-03-07T08:00+01:00 after-7-days tno", "2025-03-21T08:00+01:00 after-21-days afd",
        ]
        let all = try story([placement], "tilsyn-2-aarligt").queued(at: "2024-03-01T00:00:00+01:00")
        #expect(all.first?.hasPrefix("2024-08-01T08:00+02:00") == true)
        #expect(all.first?.hasSuffix("mhs") == true)
        #expect(Array(all.dropFirst()) == later)
        let visited = [placement, "2024-06-03 tilsyn.afholdt samtale=true"]
        #expect(try story(visited, "tilsyn-2-aarligt").queued(at: "2024-06-03T00:00:00+02:00") == later)
    }

    /// Due Saturday 1 June 2024; the team leader is warned too.
    @Test func waiting() throws {
        #expect(
            try story(["2024-03-01 afgoerelse.truffet type=stoettende \(Self.holder)"], "ventetid-3-maaneder")
                .queued(at: "2024-03-01T00:00:00+01:00") == [
                    "2024-05-10T08:00+02:00 before-21-days mhs", "2024-05-10T08:00+02:00 before-21-days tno",
                    "2024-05-24T08:00+02:00 before-7-days mhs", "2024-05-31T08:00+02:00 before-1-days mhs",
                    "2024-06-03T08:00+02:00 overdue kno", "2024-06-03T08:00+02:00 overdue mhs",
                    "2024-06-10T08:00+02:00 after-7-days tno", "2024-06-24T08:00+02:00 after-21-days afd",
                ])
    }
}
