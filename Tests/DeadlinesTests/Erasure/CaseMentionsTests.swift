import Deadlines
import Testing

/// Where a text speaks of a case, and where it only seems to.
@Suite struct CaseMentionsTests {
    private func mentions(_ names: String..., sparing: String...) -> CaseMentions {
        CaseMentions(
            of: names.map {
                ErasedCase(
                    caseID: CaseID(rawValue: $0), keys: [NoticeKey(rawValue: "abc")],
                    refs: [Reference(rawValue: "ind-1")])
            }, sparing: Set(sparing.map { CaseID(rawValue: $0) }))
    }

    private func blotted(_ text: String, _ mentions: CaseMentions, withRefs: Bool = false) -> String {
        String(decoding: mentions.blotted(Array(text.utf8), withRefs: withRefs), as: UTF8.self)
    }

    @Test(arguments: [
        ("sag 2026-0417 (ind-1)", "sag … (ind-1)"), ("2026-0417", "…"), ("Sag 2026-0417.", "Sag …."),
        ("»2026-0417«", "»…«"), (#""case": "2026-0417""#, #""case": "…""#), (#"x\n2026-0417"#, #"x\n…"#),
        ("id dubu:2026-0417:3", "id dubu:…:3"), ("dubu-2026-0417-3", "…"), ("sag-2026-0417.json", "…"),
        ("2026-0417/2026-0417", "…"), ("2026-04170 12026-0417 x2026-0417", "2026-04170 12026-0417 x2026-0417"),
        ("2026-0417-b og 2026-0417", "2026-0417-b og …"), ("2026-04-17, 0417", "2026-04-17, 0417"),
    ]) func `of a reference that is like no other`(text: String, expected: String) {
        let mentions = mentions("2026-0417", sparing: "2026-0417-b")
        #expect(blotted(text, mentions) == expected)
        #expect(mentions.appear(in: Array(text.utf8)) == (text != expected))
    }

    /// Such a reference could be a number, a date or a word.
    @Test(arguments: [
        ("sag 17 (ind-1): x", "sag … (ind-1): x"), (#"{"case": "17", "ref": null}"#, #"{"case": "…", "ref": null}"#),
        ("17 sager, 17. juni kl. 17.00", "17 sager, 17. juni kl. 17.00"), ("2026-17", "2026-17"),
        ("uge 2026-04, frist 2026-04-17", "uge 2026-04, frist 2026-04-17"), ("sag 2026-04: x", "sag …: x"),
        ("frist (17)", "frist (17)"),
    ]) func `of a reference that could be something else`(text: String, expected: String) {
        #expect(blotted(text, mentions("17", "2026-04")) == expected)
    }

    @Test func `what is inside the case goes with it, where that is asked`() {
        #expect(blotted("2026-0417 (ind-1), ind-12", mentions("2026-0417"), withRefs: true) == "… (…), ind-12")
        #expect(blotted("2026-0501 (ind-1)", mentions("2026-0417"), withRefs: true) == "2026-0501 (ind-1)")
    }

    @Test func `other references that have it in them are known`() {
        let mentions = mentions("2026-0417", "17")
        #expect(mentions.embracing("2026-0417-b") && mentions.embracing("syd/2026-0417"))
        #expect(!mentions.embracing("2026-0417") && !mentions.embracing("2026-0418") && !mentions.embracing("2026-17"))
        #expect(mentions.isErased("17") && !mentions.isErased("2026-0417-b") && mentions.isErased(key: "abc"))
    }
}
