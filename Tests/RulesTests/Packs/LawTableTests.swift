import Deadlines
import TestSupport
import Testing

/// The columns of the law page's table, rule by rule: the act, how sure it is, what the limit rests on, the ladder.
@Suite struct LawTableTests {
    /// One version of a rule.
    struct Row: Hashable, CustomStringConvertible {
        let rule: String
        let law: String
        let grundlag: String
        let ladder: String

        var description: String { "\(rule) | \(law) | \(grundlag) | \(ladder)" }
    }

    /// A question mark says that it is to be confirmed.
    private static let table = """
        underretning-24-timer | Serviceloven § 155, stk. 2 | lov | akut
        underretning-24-timer | Barnets lov § 136 | lov | akut
        underretning-kvittering | Serviceloven § 155 b, stk. 1 | lov | kort
        underretning-kvittering | Barnets lov § 138 ? | lov | kort
        genvurdering | Serviceloven § 155 a, stk. 1 | lokal | kort-koordinator
        genvurdering | Barnets lov § 137, stk. 1 | lokal | kort-koordinator
        boernesamtale-overgreb | Serviceloven § 155 a, stk. 2 ? | lokal | overgreb
        boernesamtale-overgreb | Barnets lov § 137, stk. 3–4 | lokal | overgreb
        bfu-4-maaneder | Serviceloven § 50, stk. 7 ? | lov | lang
        bfu-4-maaneder | Barnets lov § 20, stk. 3 | lov | lang
        bfu-efter-foreloebig | Serviceloven § 50, stk. 7 ? | lokal | kort
        bfu-efter-foreloebig | Barnets lov § 20, stk. 3 | lokal | kort
        boernesamtale-bfu | Serviceloven § 48 | lov | standard
        boernesamtale-bfu | Barnets lov § 5, stk. 3–4 | lov | standard
        begrundet-stillingtagen | Serviceloven § 50 | lov | brud
        begrundet-stillingtagen | Barnets lov § 22, stk. 6 | lov | brud
        bfu-foer-afgoerelse | Serviceloven § 52 | lov | brud
        bfu-foer-afgoerelse | Barnets lov § 46, stk. 3 | lov | brud
        boernesamtale-foer-afgoerelse | Serviceloven § 48, stk. 1 | lov | brud
        boernesamtale-foer-afgoerelse | Barnets lov § 5, stk. 3–4 | lov | brud
        plan-foer-afgoerelse | Serviceloven § 140, stk. 1 | lov | brud
        plan-foer-afgoerelse | Barnets lov § 91, stk. 2 | lov | brud
        plan-efter-akut | Serviceloven § 140, stk. 1 ? | lov | standard
        plan-3-maaneder | Barnets lov § 91, stk. 1–2, og § 46, stk. 3 | lov | standard
        ungeplan-16-aar | Barnets lov § 108, stk. 1–3 | lov | standard
        ungeplan-foer-overgang | Barnets lov § 111, stk. 2 | lov | brud
        udtalelse-foer-flytning | Barnets lov § 98, stk. 2, og § 100, stk. 2 | lov | brud
        plan-foer-hjemgivelse | Barnets lov § 100, stk. 5 | lov | brud
        hjemgivelse-periode | Barnets lov § 100, stk. 3 | lov | standard
        samvaer-udloeb | Barnets lov §§ 104–105 | lov | standard
        tvangsundersoegelse | Barnets lov § 23 ? | lov | standard
        fravalg-begrundet | Barnets lov § 5, stk. 4 | lov | brud
        opfoelgning-foerste | Serviceloven § 70 | lov | standard
        opfoelgning-foerste | Barnets lov § 95, stk. 2 | lov | standard
        opfoelgning-naeste | Serviceloven § 70 | lov | standard
        opfoelgning-naeste | Barnets lov § 95, stk. 3 | lokal | standard
        foraeldre-ved-opfoelgning | Barnets lov § 96 | lov | brud
        barnet-ved-opfoelgning | Serviceloven § 70 | lov | brud
        barnet-ved-opfoelgning | Barnets lov § 95, stk. 3 | lov | brud
        tilsyn-2-aarligt | Serviceloven § 148 | lov | tilsyn
        tilsyn-2-aarligt | Barnets lov § 156, stk. 5 | lov | tilsyn
        formandsbeslutning-godkendelse | Serviceloven § 75, stk. 3 | lov | syv-dage
        formandsbeslutning-godkendelse | Barnets lov § 143, stk. 4 ? | lov | syv-dage
        endelig-afgoerelse | Serviceloven § 75 ? | lov | kort
        endelig-afgoerelse | Barnets lov § 143 ? | lov | kort
        genbehandling | Serviceloven § 62 | lov | lang
        genbehandling | Barnets lov § 50 ? | lov | lang
        genbehandlingsfrist-angivet | Serviceloven § 62 | lov | brud
        genbehandlingsfrist-angivet | Barnets lov § 50 ? | lov | brud
        overgang-18-aar | Serviceloven § 68, stk. 11 | lov | lang
        overgang-18-aar | Barnets lov § 111, stk. 1 | lov | lang
        klage-genvurdering | Retssikkerhedsloven § 66 ? | lov | kort
        partshoering-14-dage | Kommunens egen frist | lokal | kort
        orientering-fagperson | Serviceloven § 155 b, stk. 2, og barnets lov § 138 ? | lokal | kort
        indsats-stopdato | Kommunens egen frist | lokal | standard
        ventetid-3-maaneder | Kommunens egen frist | lokal | ventetid
        forebyggende-ved-bfu | Serviceloven § 11, stk. 3, og barnets lov § 30 | lokal | brud
        forebyggende-varighed | Serviceloven § 11, stk. 3, og barnets lov § 30 | lokal | kort
        revisitation-aarlig | Kommunens egen frist | lokal | standard
        ansoegning-86-87 | Retssikkerhedsloven § 3 | lokal | kort
        ledelsestilsyn | Kommunens egen frist | lokal | kort
        sagsgennemgang | Kommunens egen frist | lokal | kort
        tilsynsfund-rettet | Kommunens egen frist | lokal | kort
        naeste-skridt-efter-vurdering | Kommunens egen frist | lokal | kort
        afdaekning-varighed | Kommunens egen frist | lokal | kort
        bfu-besluttet-efter-behov | Kommunens egen frist | lokal | kort
        overgreb-undersoegelse | Barnets lov § 20, stk. 1, nr. 2 | lokal | overgreb
        afgoerelse-efter-bfu | Kommunens egen frist | lokal | standard
        afgoerelse-foer-indsats | Kommunens egen frist | lokal | brud
        sag-uden-bevaegelse | Kommunens egen frist | lokal | standard
        soeskende-vurderet | Barnets lov § 21, stk. 2–3 | lokal | kort
        underretning-ved-flytning | Serviceloven § 152 og barnets lov § 132 | lokal | kort
        hjemvist-sag | Retssikkerhedsloven § 3 a ? | lokal | kort
        """

    @Test func `every version of every rule stands in the table as it stands in its pack`() throws {
        let written = Self.table.split(separator: "\n").map { line in
            let cells = line.split(separator: "|").map {
                $0.trimmingPrefix(" ").reversed().drop { $0 == " " }.reversed()
            }
            return Row(
                rule: String(cells[0]), law: String(cells[1]), grundlag: String(cells[2]), ladder: String(cells[3]))
        }
        let packed = try Shipped.wholeLaw.rules.values.joined().map {
            Row(
                rule: $0.id.rawValue, law: $0.law + ($0.confirmed ? "" : " ?"), grundlag: $0.grundlag.rawValue,
                ladder: $0.ladder.rawValue)
        }
        #expect(Set(written).subtracting(packed) == [])
        #expect(Set(packed).subtracting(written) == [])
        #expect(packed.count == written.count)
    }

    @Test func `an update may name every rule there is, whatever packs are loaded, and those of old`() throws {
        let law = try Shipped.law
        #expect(law.ruleNames == Set(try Shipped.wholeLaw.rules.keys).union(law.formerNames.keys))
        #expect(law.currentName(of: RuleID(rawValue: "paragraf-11-ved-bfu")).rawValue == "forebyggende-ved-bfu")
        #expect(law.currentName(of: RuleID(rawValue: "paragraf-11-varighed")).rawValue == "forebyggende-varighed")
    }

    @Test func `the kinds are the same whatever packs are loaded`() throws {
        #expect(Set(try Shipped.law.vocabulary.kinds.keys) == Set(try Shipped.wholeLaw.vocabulary.kinds.keys))
    }
}
