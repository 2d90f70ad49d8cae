import Deadlines
import Foundation
import Testing

@testable import Spool

@Suite struct UpdateReaderTests {
    @Test func readsAnUpdateWithAllItsFields() throws {
        let update = try read(
            line(
                "dubu-000123", event: "indsats.ivaerksat",
                more: #""ref": "ind-1", "caseworker": "mhs", "team": "nord", "data": {"type": "anbringelse"}"#))
        #expect(
            update
                == Update(
                    id: UpdateID(rawValue: "dubu-000123"), caseID: CaseID(rawValue: "2026-0417"),
                    event: EventKind(rawValue: "indsats.ivaerksat"), at: .date(try #require(LocalDate("2026-03-02"))),
                    ref: Reference(rawValue: "ind-1"), caseworker: PersonID(rawValue: "mhs"),
                    team: TeamID(rawValue: "nord"), data: [FieldName(rawValue: "type"): .word("anbringelse")]))
    }

    @Test(arguments: [
        ("sag.oprettet", #""foedt": "2009-05", "fylder_18": "2027-05-31""#),
        ("underretning.modtaget", #""overgreb": true, "fagperson": false"#),
        ("boernesamtale.afholdt", #""formaal": "bfu""#),
        ("frist.sat-i-bero", #""regel": "bfu-4-maaneder""#),
        ("kilde.opdateret", #""til": "2026-05-12T08:00:00.000+02:00""#),
        ("registrering.annulleret", #""id": "dubu:1_a.b""#),
        ("paamindelse.kvitteret", #""noegle": "abcdefgh", "af": "mhs""#),
    ])
    func readsEveryTypeOfField(event: String, data: String) throws {
        let update = try read(line(event: event, more: #""data": {\#(data)}"#))
        #expect(!update.data.isEmpty)
    }

    @Test(arguments: [
        // Malformed JSON: where, and what.
        (#"{"id": "a", }"#, nil, "comma before the closing bracket"),
        (#"{"id" "a"}"#, nil, "Byte 7: malformed JSON"),
        (#"{"id": "a"#, nil, "malformed JSON"),
        (#"{"id": 'a'}"#, nil, "Byte 8"),
        (#"{"id": 012}"#, nil, "leading zero"),
        ("nul", nil, "malformed JSON"),
        ("", nil, "malformed JSON"),
        ("\u{FEFF}{}", nil, "byte order mark"),
        ("{\"id\": \"a\u{1}\"}", nil, "control character, 0x1"),
        ("{\u{0}}", nil, "NUL"),
        ("[]", nil, "an array stands where an update should"),
        ("[{}]", nil, "an array stands where an update should"),
        ("\"a\"", nil, "text stands where an update should"),
        ("7", nil, "the number 7 stands where an update should"),
        ("null", nil, "null stands where an update should"),
        // Fields that are not there, not known, or there twice.
        ("{}", "id", "missing"),
        (#"{"id": "a", "case": "b", "event": "sag.oprettet"}"#, "at", "missing"),
        (line(more: #""caseworkr": "mhs""#), "caseworkr", "perhaps caseworker was meant"),
        (line(more: #""id": "b""#), "id", "twice"),
        (line(more: #""\u0069d": "b""#), nil, "twice"),
        (line(event: "indsats.ivaerksat", more: #""data": {"type": "a", "type": "b"}"#), "type", "twice"),
        (line(event: "indsats.ivaerksat", more: #""data": {"typ": "a"}"#), "data.typ", "perhaps data.type was meant"),
        (line(event: "indsats.ivaerksat"), "data.type", "missing"),
        (line(event: "sag.tildelt", more: #""data": []"#), "event", "no rule pack declares"),
        (line(event: "sag.opretet"), "event", "perhaps sag.oprettet was meant"),
        // Values of the wrong type or form.
        (line("a b"), "id", "another character"),
        (line(#"a\",}"#), "id", "another character"),
        (line(""), "id", "empty"),
        (line(String(repeating: "a", count: 129)), "id", "129 bytes long"),
        (line(more: #""caseworker": ".mhs""#), "caseworker", "full stop"),
        (line(more: #""caseworker": "mhs/a""#), "caseworker", "A–Z"),
        (line(more: #""ref": null"#), "ref", "leave the field out"),
        (line(more: #""ref": {"a": 1}"#), "ref", "an object is not text"),
        (line(more: #""team": 7"#), "team", "the number 7 is not text"),
        (line(more: #""data": []"#), "data", "an array is not an object"),
        (line(at: "2026-02-30"), "at", "no such day"),
        (line(at: "2026-02-30T10:00:00Z"), "at", "no such day"),
        (line(at: "2026-02-03T10:00:00"), "at", "no offset"),
        (line(at: "2026-02-03T25:00:00Z"), "at", "no such time"),
        (line(at: "2. marts 2026"), "at", "YYYY-MM-DD"),
        (line(at: "1999-12-31"), "at", "before 2000"),
        (line(at: "1999-12-31T23:59:59Z"), "at", "before 2000"),
        (line(more: #""data": {"foedt": "2009-13"}"#), "data.foedt", "no such month"),
        (line(more: #""data": {"fylder_18": "2027-02-29"}"#), "data.fylder_18", "no such day"),
        (line(event: "underretning.modtaget", more: #""data": {"overgreb": 1}"#), "data.overgreb", "neither true nor"),
        (line(event: "underretning.modtaget", more: #""data": {"overgreb": "true"}"#), "data.overgreb", "neither"),
        (
            line(event: "boernesamtale.afholdt", more: #""data": {"formaal": "bfuu"}"#), "data.formaal",
            "perhaps bfu was meant, give underretning, bfu or afgoerelse"
        ),
        (line(event: "frist.sat-i-bero", more: #""data": {"regel": "bfu-4-maneder"}"#), "data.regel", "bfu-4-maaneder"),
        (line(event: "kilde.opdateret", more: #""data": {"til": "2026-05-12"}"#), "data.til", "RFC 3339"),
    ])
    func refusesWithFieldAndReason(input: String, field: String?, reason: String) {
        let refusal = refusal(of: input)
        #expect(refusal?.field == field, "\(input)")
        #expect(
            refusal?.description.localizedCaseInsensitiveContains(reason) ?? false,
            "\(input): \(String(describing: refusal))")
    }

    @Test func refusesBytesThatAreNotUTF8() {
        let bytes = Array(#"{"id": "a"#.utf8) + [0xFF] + Array(#""}"#.utf8)
        #expect(throws: Refusal.self) { try Fixture.reader.update(from: bytes) }
    }

    @Test func holdsTheClockAgainstAtButNotWithoutOne() throws {
        let tooFar = ["2026-05-14", "2026-05-13T12:00:00.001+02:00"]
        let inTime = ["2026-05-13", "2026-05-13T12:00:00.000+02:00", "2026-05-12"]
        for at in inTime { _ = try read(line(at: at), Fixture.noon) }
        for at in tooFar {
            #expect(refusal(of: line(at: at), Fixture.noon)?.wrong.contains("more than a day ahead") ?? false)
            _ = try read(line(at: at))
        }
    }

    @Test func readsUpTo64KiB() throws {
        let padding = String(repeating: " ", count: 65_536 - line().utf8.count)
        _ = try read(line() + padding)
        #expect(refusal(of: line() + padding + " ")?.wrong == "the line is over 64 KiB")
    }

    @Test func refusesNestingBeyond8BeforeAnythingElse() {
        let nested = { (depth: Int) in
            String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
        }
        #expect(refusal(of: nested(8))?.field == "a")
        #expect(refusal(of: nested(9))?.wrong == "nested deeper than 8")
        #expect(refusal(of: String(repeating: "[", count: 60_000))?.wrong == "nested deeper than 8")
    }

    @Test func quotesNoControlCharactersAndNoEndlessTexts() {
        let long = String(repeating: "a", count: 50_000)
        #expect((refusal(of: line(long))?.description.count ?? .max) < 250)
        let forged = refusal(of: line(#"a\nLine 2: all is well"#))?.description ?? ""
        #expect(!forged.isEmpty && !forged.contains("\n"))
    }

    private func read(_ line: String, _ clock: WallTime? = nil) throws(Refusal) -> Update {
        try Fixture.reader.update(from: Array(line.utf8), clock: clock)
    }

    private func refusal(of line: String, _ clock: WallTime? = nil) -> Refusal? {
        do {
            _ = try read(line, clock)
            return nil
        } catch {
            return error
        }
    }
}
