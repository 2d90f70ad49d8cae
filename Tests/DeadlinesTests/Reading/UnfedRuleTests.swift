import Deadlines
import TestSupport
import Testing

/// A rule that nobody feeds says nothing, or says of every case that something is missing.
@Suite struct UnfedRuleTests {
    private func unfed(by kinds: String...) throws -> [String: String] {
        let law = try Shipped.wholeLaw
        let date = try #require(LocalDate("2026-05-04"))
        let found = law.unfed(by: Set(kinds.map(EventKind.init(rawValue:))), on: date)
        return Dictionary(
            uniqueKeysWithValues: found.map {
                ($0.rule.rawValue, "\($0.lack.rawValue) \($0.kinds.map(\.rawValue).joined(separator: ","))")
            })
    }

    @Test func `where everything is sent every rule is fed`() throws {
        let law = try Shipped.wholeLaw
        let date = try #require(LocalDate("2026-05-04"))
        #expect(law.unfed(by: Set(law.vocabulary.kinds.keys), on: date) == [])
    }

    @Test func `where nothing is sent nothing starts, but what any update starts`() throws {
        let found = try unfed()
        #expect(found.count == (try Shipped.wholeLaw).rules.values.count { $0.last?.inForce.until == nil })
        #expect(found.values.allSatisfy { $0.hasPrefix("start ") })
    }

    @Test func `what starts is sent, and what meets is not`() throws {
        let found = try unfed(by: "underretning.modtaget", "indsats.ivaerksat")
        #expect(found["underretning-kvittering"] == "proof underretning.kvitteret")
        #expect(found["tilsyn-2-aarligt"] == "proof tilsyn.afholdt")
        #expect(found["bfu-4-maaneder"] == "start bfu.behov,bfu.besluttet")
        #expect(found["sag-uden-bevaegelse"] == nil)
    }
}
