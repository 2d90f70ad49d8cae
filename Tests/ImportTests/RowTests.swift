import Deadlines
import TestSupport
import Testing

@testable import Import

@Suite struct RowTests {
    private static let mapping = """
        name = "liste"
        mode = "events"
        [words.janej]
        "Ja" = true
        "Nej" = false
        [[event]]
        kind = "underretning.modtaget"
        where = { "Art" = ["U", "Underretning"] }
        case = { column = "Sag", prefix = "s-" }
        ref = "Ref"
        caseworker = { column = "Hvem", lowercase = true }
        team = { constant = "nord" }
        at = { columns = ["Dato", "Kl"] }
        data = { overgreb = { column = "Overgreb", words = "janej" }, fagperson = { column = "Fag", words = { "F" = true }, otherwise = false } }
        [[event]]
        kind = "sag.oprettet"
        where = { "Art" = "Oprettet", "Ref" = { filled = false }, "Hvem" = { not = "x" } }
        case = "Sag"
        at = "Dato"
        data = { foedt = "Født", fylder_18 = "Fylder" }
        """
    private static let header = "Art;Sag;Ref;Dato;Kl;Hvem;Overgreb;Fag;Født;Fylder;Navn\n"

    private func lines(_ rows: String...) throws -> [String] {
        let scene = try ImportScene(Self.mapping)
        let conversion = try scene.conversion(Self.header + rows.map { $0 + "\n" }.joined())
        #expect(conversion.refusals.isEmpty, "\(conversion.refused)")
        return conversion.entries.map { $0.update.inputLine(in: scene.zone).replacing(#/"id": "[^"]*", /#, with: "") }
    }

    private func refusals(_ rows: String...) throws -> [String] {
        try ImportScene(Self.mapping).conversion(Self.header + rows.map { $0 + "\n" }.joined()).refused
    }

    @Test func `cells become fields`() throws {
        #expect(
            try lines(
                "U;17;u1;02-03-2026;14:05;MHS;Ja;F;;;x", "Underretning;18;;02-03-2026;;;;ukendt;;;",
                "Oprettet;19;;2026-03-02;;;;;14-05-2009;14-05-2027;", "Andet;20;;nej;;;;;;;", "Oprettet;21;r;x;;;;;;;",
                "Oprettet;21;;02-03-2026;;x;;;;;", "U;22;;;14:05;;;;;;")
                == [
                    #"{"case": "s-17", "event": "underretning.modtaget", "at": "2026-03-02T14:05:00.000+01:00", "#
                        + #""ref": "u1", "caseworker": "mhs", "team": "nord", "data": {"fagperson": true, "overgreb": true}}"#,
                    #"{"case": "s-18", "event": "underretning.modtaget", "at": "2026-03-02", "team": "nord", "#
                        + #""data": {"fagperson": false}}"#,
                    #"{"case": "19", "event": "sag.oprettet", "at": "2026-03-02", "data": {"foedt": "2009-05", "#
                        + #""fylder_18": "2027-05-14"}}"#,
                ])
    }

    @Test(arguments: [
        ("U;17;u1;31-02-2026;;;;;;;", "Row 2, column Dato, \"31-02-2026\": there is no such day or time; write a date"),
        (
            "U;1 7;u1;02-03-2026;;;;;;;",
            "Row 2, column Sag, \"s-1 7\": it holds another character than allowed; give 1–64"
        ),
        (
            "U;17;u1;02-03-2026;;;måske;;;;",
            "Row 2, column Overgreb, \"måske\": the mapping does not know this word; its"
        ),
        (
            "U;17;u1;02-03-2026;;;ja;;;;",
            "Row 2, column Overgreb, \"ja\": the mapping does not know this word; perhaps Ja"
        ),
        ("Oprettet;;;02-03-2026;;;;;;;", "Row 2, column Sag: the field is missing; give 1–64"),
        ("Oprettet;19;;02-03-2026;;;;;14-5;;", "Row 2, column Født, \"14-5\": there is no such day"),
        ("Oprettet;19;;02-03-1999;;;;;;;", "Row 2, column Dato, \"1999-03-02\": it is before 2000;"),
        ("U;17", "Row 2: the row has 2 cells and the header 11;"),
    ])
    func `what is wrong is told by row, column and value`(row: String, refusal: String) throws {
        let refusals = try refusals(row, "U;18;u1;02-03-2026;;;;;;;")
        #expect(refusals.count == 1 && refusals[0].hasPrefix(refusal), "\(refusals)")
    }

    @Test func `a CPR number refuses its row, even in a column that nobody asked for`() throws {
        let number = "0101" + "01-" + "1234"
        let refusals = try refusals("U;17;u1;02-03-2026;;;;;;;\(number)", "U;17;\(number);02-03-2026;;;;;;;")
        #expect(refusals.count == 2 && refusals[0].hasPrefix("Row 2, column Navn, \"xxxxxx-xxxx\": a CPR-like number"))
        #expect(!refusals.joined().contains("1234"))
    }

    @Test func `the same row twice is one update, in one export and in two`() throws {
        var scene = try ImportScene(Self.mapping)
        let row = "U;17;u1;02-03-2026;;;;;;;\n"
        #expect(try scene.take(Self.header + row + row).entries.count == 1)
        let again = try scene.take(Self.header + row + "U;17;u1;03-03-2026;;;;;;;\n")
        #expect(again.entries.count == 1 && again.unchanged == 1 && scene.store.count == 2)
    }

    @Test func `an id of rows tells apart what is else the same, and holds on to what it said`() throws {
        let mapping = "id = \"Ref\"\n" + Self.mapping.replacing("ref = \"Ref\"\n", with: "")
        var scene = try ImportScene(mapping)
        let rows = "U;17;n1;02-03-2026;;;;;;;\nU;17;n2;02-03-2026;;;;;;;\n"
        #expect(try scene.take(Self.header + rows).entries.count == 2)
        #expect(try scene.take(Self.header + rows).entries.isEmpty)
        // Other content under the same id is for the store to refuse.
        let changed = try scene.conversion(Self.header + "U;17;n1;03-03-2026;;;;;;;\n")
        #expect(throws: ImportScene.Conflict.self) { try scene.take(changed.entries.map(\.update)) }
        #expect(
            try scene.conversion(Self.header + "U;17;;03-03-2026;;;;;;;\n").refused
                == [
                    "Row 2, column Ref: the cell is empty; it is what tells this row from others, so each row needs it."
                ])
    }
}
