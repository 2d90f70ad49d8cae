import Deadlines
import TestSupport
import Testing

/// Why a rule asks for nothing.
@Suite struct AbsenceTests {
    /// A case, a rule that asks for nothing in it, and why: `u1` is the case's first line.
    struct Silence: Sendable, CustomTestStringConvertible {
        let rule: String
        let caseID: String
        let lines: [String]
        let why: [String]

        init(_ rule: String, _ lines: [String], of caseID: String = "2024-0417", _ why: String...) {
            (self.rule, self.caseID, self.lines, self.why) = (rule, caseID, lines, why)
        }

        var testDescription: String { "\(rule) \(lines)" }
    }

    static let cases: [Silence] = [
        Silence("ledelsestilsyn", ["2024-03-01 sag.oprettet"], "other cases: team"),
        Silence("bfu-4-maaneder", ["2024-03-01 bfu.behov"], of: "team/nord", "other cases: children's"),
        Silence("sagsgennemgang", ["2024-03-01 sag.oprettet"], of: "team/nord", "other cases: raadgiver"),
    ]

    static let starts: [Silence] = [
        Silence(
            "bfu-4-maaneder", [], "no bfu.behov or bfu.besluttet"),
        Silence("klage-genvurdering", ["2024-03-01 bfu.behov"], "no klage.modtaget"),
        Silence("klage-genvurdering", ["2024-07-01 klage.modtaget"], "no klage.modtaget"),
        Silence(
            "plan-efter-akut", ["2024-02-01 afgoerelse.truffet type=akut"],
            "u1 not in force 2024-02-01"),
        Silence(
            "plan-3-maaneder", ["2023-12-31 afgoerelse.truffet type=anbringelse"],
            "u1 not in force 2023-12-31"),
    ]

    static let data: [Silence] = [
        Silence("boernesamtale-overgreb", ["2024-03-01 underretning.modtaget"], "u1 says otherwise: overgreb"),
        Silence("bfu-foer-afgoerelse", ["2024-03-01 afgoerelse.truffet type=stoettende"], "u1 says otherwise: type"),
        Silence(
            "plan-foer-afgoerelse", ["2024-03-01 afgoerelse.truffet type=anbringelse samtykke=true"],
            "u1 says otherwise: samtykke"),
        Silence("tilsyn-2-aarligt", ["2024-03-01 indsats.ivaerksat type=stoettende"], "u1 says otherwise: type"),
        Silence("indsats-stopdato", ["2024-03-01 indsats.ivaerksat type=x"], "u1 says otherwise: bevilget_til"),
        Silence(
            "orientering-fagperson",
            ["2024-03-01 underretning.modtaget", "2024-03-02 underretning.modtaget fagperson=false"],
            "u1 says otherwise: fagperson", "u2 says otherwise: fagperson"),
    ]

    static let exemptions: [Silence] = [
        Silence("genvurdering", ["2024-03-01 underretning.modtaget"], "u1 while no indsats runs"),
        Silence(
            "genvurdering", ["2024-03-01 underretning.modtaget", "2024-02-01 indsats.ivaerksat type=x paragraf=52"],
            "u1 while no indsats of the right paragraf runs"),
        Silence(
            "barnet-ved-opfoelgning", ["2024-03-01 opfoelgning.afholdt", "2024-01-01 sag.oprettet foedt=2023-06"],
            "u1 under the age of 1"),
        Silence(
            "overgang-18-aar", ["2024-03-01 indsats.ivaerksat type=anbringelse"],
            "u1 with fylder_18 unknown"),
        Silence("opfoelgning-naeste", ["2024-03-01 opfoelgning.afholdt"], "u1 elsewhere"),
        Silence(
            "ungeplan-16-aar",
            ["2022-03-01 indsats.ivaerksat type=anbringelse", "2024-01-01 sag.oprettet fylder_18=2027-05-01"],
            "u1 not before 2025-05-01"),
        Silence(
            "ungeplan-16-aar", ["2024-03-01 indsats.ivaerksat type=anbringelse"], "u1 with fylder_18 unknown"),
        Silence(
            "overgreb-undersoegelse", ["2024-03-01 underretning.modtaget overgreb=true", "2024-02-01 bfu.behov"],
            "u1 while a bfu runs"),
        Silence(
            "sag-uden-bevaegelse", ["2024-03-01 indsats.ivaerksat type=x", "2024-03-02 sag.tildelt"],
            "u2 while a indsats runs"),
        Silence("sag-uden-bevaegelse", ["2024-03-01 sag.oprettet", "2024-03-02 sag.afsluttet"], "u2 overtaken"),
        Silence(
            "genbehandling", ["2024-03-01 indsats.ivaerksat type=anbringelse"], "u1 with genbehandles unknown"),
        Silence("foraeldre-ved-opfoelgning", ["2024-03-01 opfoelgning.afholdt"], "u1 while no indsats runs"),
        Silence("forebyggende-ved-bfu", ["2024-03-01 indsats.ivaerksat type=paragraf-11-3"], "u1 elsewhere"),
    ]

    @Test(arguments: cases + starts + data + exemptions) func isExplained(_ silence: Silence) throws {
        let story = try CaseStory(silence.lines, of: silence.caseID, under: Shipped.wholeLaw)
        #expect(try story.rows(of: silence.rule, at: "2024-05-01") == [])
        #expect(try story.absences(of: silence.rule, at: "2024-05-01T12:00:00+02:00") == silence.why)
    }

    @Test func ofNoSuchRuleThereIsNothingToSay() throws {
        let story = try CaseStory(["2024-03-01 bfu.behov"], under: Shipped.wholeLaw)
        #expect(try story.absences(of: "proeve", at: "2024-05-01T12:00:00+02:00") == [])
    }
}
