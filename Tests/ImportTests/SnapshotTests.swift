import Deadlines
import Spool
import TestSupport
import Testing

@testable import Import

@Suite struct SnapshotTests {
    private static let mapping = """
        name = "dubu"
        mode = "snapshot"
        case = "Sag"
        ref = "Ref"
        [reaches]
        case = "kilde/dubu"
        column = "Udtrukket"
        [[event]]
        kind = "sag.tildelt"
        at = { reaches = true }
        where = { "Hvem" = { filled = true } }
        caseworker = "Hvem"
        [[event]]
        kind = "indsats.ivaerksat"
        at = "Fra"
        data = { type = "Type" }
        [[event]]
        kind = "indsats.afsluttet"
        at = "Til"
        future = "waits"
        [[event]]
        kind = "opfoelgning.afholdt"
        at = "Fulgt"
        latest = true
        """
    private static let header = "Sag;Ref;Fra;Til;Type;Fulgt;Hvem;Udtrukket\n"

    private func export(_ rows: String..., day: String = "01-06-2026") -> String {
        Self.header + rows.map { "\($0);\(day)\n" }.joined()
    }

    private func scene(_ rows: String...) throws -> ImportScene {
        var scene = try ImportScene(Self.mapping)
        try scene.take(Self.header + rows.map { "\($0);01-05-2026\n" }.joined())
        return scene
    }

    @Test func `the same again changes nothing`() throws {
        var scene = try scene("c1;i1;02-03-2026;;x;;mhs")
        let before = scene.store
        let again = try scene.take(export("c1;i1;02-03-2026;;x;;mhs", day: "01-05-2026"))
        #expect(scene.store == before && again.entries.isEmpty && again.unchanged == 2)
    }

    @Test func `a changed value takes the old update back and gives a new one`() throws {
        let scene = try scene("c1;i1;02-03-2026;;x;;")
        let old = try #require(scene.store.first)
        let conversion = try scene.conversion(export("c1;i1;09-03-2026;;x;;"))
        #expect(
            conversion.told == [
                "2 back c1 i1 registrering.annulleret", "2 instead c1 i1 indsats.ivaerksat",
                "1 reach kilde/dubu - kilde.opdateret",
            ])
        let back = conversion.entries[0].update
        #expect(back.at == old.at && back.data.values.first == .word(old.id.rawValue))
        #expect(conversion.entries[1].update.at.text(in: scene.zone) == "2026-03-09")
    }

    @Test func `a value that comes back is a new revision`() throws {
        var scene = try scene("c1;i1;02-03-2026;;x;;")
        try scene.take(export("c1;i1;09-03-2026;;x;;"))
        try scene.take(export("c1;i1;02-03-2026;;x;;"))
        let ids = scene.store.filter { $0.event.rawValue == "indsats.ivaerksat" }.map { $0.id.rawValue.suffix(5) }
        #expect(ids == [":0001", ":0002", ":0003"])
        #expect(try scene.conversion(export("c1;i1;02-03-2026;;x;;")).entries.isEmpty)
    }

    @Test func `another caseworker follows, and the old one stays`() throws {
        let scene = try scene("c1;i1;02-03-2026;;x;;mhs")
        let conversion = try scene.conversion(export("c1;i1;02-03-2026;;x;;kbe"))
        #expect(conversion.told == ["2 follows c1 i1 sag.tildelt", "1 reach kilde/dubu - kilde.opdateret"])
        #expect(conversion.entries[0].update.at.text(in: scene.zone) == "2026-06-01")
    }

    @Test func `of the latest of several a later date is one more, an earlier one a correction`() throws {
        var scene = try scene("c1;i1;02-03-2026;;x;10-04-2026;")
        #expect(
            try scene.take(export("c1;i1;02-03-2026;;x;20-05-2026;")).told
                == ["2 follows c1 i1 opfoelgning.afholdt", "1 reach kilde/dubu - kilde.opdateret"])
        #expect(
            try scene.take(export("c1;i1;02-03-2026;;x;19-05-2026;")).told
                == ["2 back c1 i1 registrering.annulleret", "2 instead c1 i1 opfoelgning.afholdt"])
    }

    @Test func `what vanished is told and left as it is`() throws {
        var scene = try scene("c1;i1;02-03-2026;02-04-2026;x;;", "c2;i1;02-03-2026;;x;;")
        let conversion = try scene.take(export("c1;i1;02-03-2026;;x;;"))
        #expect(conversion.told == ["1 reach kilde/dubu - kilde.opdateret"])
        #expect(
            conversion.vanished.map { "\($0.caseID) \($0.event)" } == ["c1 indsats.afsluttet", "c2 indsats.ivaerksat"])
        // Until somebody takes it back, and no longer.
        let id = try #require(conversion.vanished.last?.id.rawValue)
        try scene.take(
            try CaseUpdates.read(
                #"{"id": "x", "case": "c2", "event": "registrering.annulleret", "at": "2026-06-02", "data": {"id": "\#(id)"}}"#
            ))
        #expect(try scene.conversion(export("c1;i1;02-03-2026;;x;;")).vanished.count == 1)
    }

    @Test func `what is said still and was taken back by hand stays taken back, and is told`() throws {
        var scene = try scene("c1;i1;02-03-2026;;x;;")
        let id = try #require(scene.store.first?.id.rawValue)
        try scene.take(
            try CaseUpdates.read(
                #"{"id": "x", "case": "c1", "event": "registrering.annulleret", "at": "2026-05-02", "data": {"id": "\#(id)"}}"#
            ))
        let same = try scene.conversion(export("c1;i1;02-03-2026;;x;;"))
        #expect(same.told.count == 1 && same.disputed.map(\.id.rawValue) == [id] && same.vanished.isEmpty)
        let other = try scene.conversion(export("c1;i1;03-03-2026;;x;;"))
        #expect(other.told.first == "2 instead c1 i1 indsats.ivaerksat" && other.disputed.isEmpty)
    }

    @Test(arguments: ["9223372036854775807", "0", "-1", "1", "99999999"])
    func `an id that no export gives is nobody's revision`(revision: String) throws {
        var scene = try scene("c1;i1;02-03-2026;;x;;")
        let subject = try #require(scene.store.first?.id.rawValue.split(separator: ":").dropLast().last)
        try scene.take(
            try CaseUpdates.read(
                #"{"id": "dubu:\#(subject):\#(revision)", "case": "c1", "event": "indsats.ivaerksat", "at": "2026-03-02", "data": {"type": "y"}}"#
            ))
        let conversion = try scene.conversion(export("c1;i1;09-03-2026;;x;;"))
        #expect(conversion.entries.map { $0.update.id.rawValue.suffix(5) }.prefix(2) == ["annul", ":0002"])
    }

    @Test func `a reach that was taken back stands in nobody's way`() throws {
        var scene = try scene("c1;i1;02-03-2026;;x;;")
        try scene.take(
            try CaseUpdates.read(
                #"{"id": "dubu:zz:1", "case": "kilde/dubu", "event": "kilde.opdateret", "at": "2026-05-12", "data": {"til": "2099-01-01T00:00:00Z"}}"#
            ))
        let next = export("c1;i1;09-03-2026;;x;;")
        let refusal = #expect(throws: Refusal.self) { try scene.conversion(next) }
        #expect(refusal.map { "\($0)".contains("take back dubu:zz:1 with registrering.annulleret") } == true)
        try scene.take(
            try CaseUpdates.read(
                #"{"id": "x", "case": "kilde/dubu", "event": "registrering.annulleret", "at": "2026-05-12", "data": {"id": "dubu:zz:1"}}"#
            ))
        #expect(try scene.conversion(next).entries.count == 3)
    }

    @Test func `an export of which nothing is taken does not say how far it reaches`() throws {
        let scene = try scene("c1;i1;02-03-2026;;x;;")
        #expect(try scene.conversion(export("c1;i1;31-02-2026;;x;;", "c2;i1;;;;31-02-2026;")).entries.isEmpty)
        #expect(try scene.conversion(export("c1;i1;31-02-2026;;x;;", "c1;i1;02-03-2026;;x;;")).told.count == 1)
    }

    @Test func `an export of rubbish is refused before it fills the memory`() throws {
        let scene = try scene("c1;i1;02-03-2026;;x;;")
        let rubbish = String(repeating: "y\n", count: 1001)
        let refusal = #expect(throws: Refusal.self) { try scene.conversion(export("c1;i1;02-03-2026;;x;;") + rubbish) }
        #expect(refusal.map { "\($0)".contains("More than 1000 rows cannot be read, such as row 1003") } == true)
        let empty = #expect(throws: Refusal.self) { try scene.conversion(Self.header) }
        #expect(empty.map { "\($0)".contains("The export has no rows") } == true)
    }

    @Test func `of a refused row nothing vanishes, and a torn file says neither what vanished nor how far it reaches`()
        throws
    {
        let scene = try scene("c1;i1;02-03-2026;;x;;", "c2;i1;02-03-2026;;x;;")
        let refused = try scene.conversion(export("c1;i1;31-02-2026;;x;;"))
        #expect(refused.refusals.count == 1 && refused.vanished.map(\.caseID.rawValue) == ["c2"])
        let torn = try scene.conversion(
            Self.header + "c1;i1;02-03-2026;;x;;;01-06-2026\n\"c2;i1;02-03-2026;;x;;;01-06-2026\n")
        #expect(torn.refusals.count == 1 && torn.vanished.isEmpty && torn.entries.isEmpty)
    }

    @Test func `a date ahead waits where the mapping says so, and is refused where it does not`() throws {
        let scene = try scene("c1;i1;02-03-2026;;x;;")
        let conversion = try scene.conversion(
            export("c1;i1;02-03-2026;02-06-2026;x;;"), now: "2026-06-01T22:00:00+02:00")
        #expect(conversion.waiting == 1 && conversion.told.count == 1)
        let ahead = try scene.conversion(export("c1;i1;09-06-2026;;x;;"), now: "2026-06-01T22:00:00+02:00")
        #expect(
            ahead.refused.first?.hasPrefix("Row 2, column Fra, \"2026-06-09\": it is more than a day ahead") == true)
    }

    @Test func `an older export, an empty one and one that does not say its reach are refused as a whole`() throws {
        let scene = try scene("c1;i1;02-03-2026;;x;;")
        #expect(throws: (any Error).self) { try scene.conversion(export("c1;i1;02-03-2026;;x;;", day: "30-04-2026")) }
        #expect(throws: (any Error).self) { try scene.conversion(Self.header) }
        // The scene's clock says noon of 1 January 2027.
        #expect(try scene.conversion(export("c1;i1;02-03-2026;;x;;", day: "02-01-2027 11:59")).refusals.isEmpty)
        #expect(throws: (any Error).self) {
            try scene.conversion(export("c1;i1;02-03-2026;;x;;", day: "02-01-2027 12:01"))
        }
        #expect(throws: (any Error).self) { try scene.conversion(export("c1;i1;02-03-2026;;x;;", day: "")) }
        let columns = #expect(throws: (any Error).self) { try scene.conversion("Sag;Refe;Fra\nc1;i1;02-03-2026\n") }
        #expect("\(String(describing: columns))".contains("perhaps Refe was meant by Ref; it has Sag, Refe"))
    }

    @Test func `two rows that say different things of one subject are both refused`() throws {
        let scene = try scene("c1;i1;02-03-2026;;x;;")
        let rows = export(
            "c1;i1;02-03-2026;;x;;", "c1;i1;03-03-2026;;x;;", "c2;i1;02-03-2026;;x;;", "c2;i1;02-03-2026;;x;;")
        let conversion = try scene.conversion(rows)
        #expect(conversion.refusals.map(\.row) == [2, 3] && conversion.vanished.isEmpty)
        #expect(conversion.told.first == "4 new c2 i1 indsats.ivaerksat" && conversion.entries.count == 2)
    }
}
