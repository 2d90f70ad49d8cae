import Deadlines
import TestSupport
import Testing

/// Whether doing now what is asked for would end what is missing (spec §4, *doable*).
@Suite struct CanBeDoneTests {
    /// A case in which a rule's last requirement is missing, and whether doing it now would end it.
    struct Missing: Sendable, CustomTestStringConvertible {
        let rule: String
        let lines: [String]
        let canBeDone: Bool

        init(_ rule: String, _ lines: [String], _ canBeDone: Bool) {
            (self.rule, self.lines, self.canBeDone) = (rule, lines, canBeDone)
        }

        var testDescription: String { "\(rule) \(lines)" }
    }

    private static let measure = "2024-01-10 indsats.ivaerksat ref=i type=anbringelse"

    static let done: [Missing] = [
        Missing("opfoelgning-foerste", [measure], true),
        Missing("opfoelgning-naeste", [measure, "2024-01-20 opfoelgning.afholdt naeste=2024-03-01"], true),
        Missing("underretning-24-timer", ["2024-01-10 underretning.modtaget"], true),
        Missing("boernesamtale-bfu", ["2024-01-10 bfu.besluttet ref=b"], true),
        Missing("samvaer-udloeb", ["2024-01-10 samvaer.begraenset til=2024-02-01"], true),
        Missing(
            "forebyggende-ved-bfu", ["2024-01-10 indsats.ivaerksat type=paragraf-30", "2024-01-20 bfu.behov"], true),
        Missing("sag-uden-bevaegelse", ["2024-01-10 sag.oprettet"], true),
        Missing("underretning-ved-flytning", ["2024-01-10 sag.fraflyttet", "2024-01-11 sag.afsluttet"], true),
        Missing("tilsynsfund-rettet", ["2024-01-10 ledelsestilsyn.fund pejlemaerke=journal vurdering=mangler"], true),
    ]

    static let past: [Missing] = [
        Missing("boernesamtale-foer-afgoerelse", ["2024-01-10 afgoerelse.truffet type=akut"], false),
        Missing("begrundet-stillingtagen", ["2024-01-10 bfu.afsluttet"], false),
        Missing("fravalg-begrundet", ["2024-01-10 boernesamtale.fravalgt formaal=bfu"], false),
        Missing("afgoerelse-foer-indsats", [measure], false),
        Missing(
            "tilsyn-2-aarligt", ["2023-01-10 indsats.ivaerksat type=anbringelse", "2024-01-20 sag.tildelt"], false),
        Missing("boernesamtale-bfu", ["2024-01-10 bfu.besluttet ref=b", "2024-02-01 bfu.afsluttet ref=b"], false),
        Missing("boernesamtale-bfu", ["2024-01-10 bfu.besluttet ref=b", "2024-05-20 bfu.afsluttet ref=b"], false),
        Missing("opfoelgning-foerste", [measure, "2024-05-01 indsats.afsluttet"], false),
        Missing("opfoelgning-foerste", [measure, "2024-05-01 sag.afsluttet"], false),
        Missing("opfoelgning-foerste", [measure, "2024-05-01 sag.afsluttet", "2024-05-02 sag.oprettet"], false),
    ]

    @Test(arguments: done + past) func holds(_ missing: Missing) throws {
        let law = try Shipped.wholeLaw
        let story = try CaseStory(missing.lines, under: law)
        let moment = try #require(Instant("2024-06-10T12:00:00+02:00"))
        let standing = try standing(
            of: story.caseID, updates: story.updates, under: law, on: Shipped.calendar, at: moment)
        let found = standing.reckoned.filter {
            $0.requirement.key.rule.rawValue == missing.rule && $0.requirement.status(at: moment) == .missing
        }
        #expect(found.map { $0.requirement.isDoable(at: moment) } == [missing.canBeDone])
    }
}
