import Configuration
import Deadlines
import Store
import TestSupport
import Testing

@Suite struct PrefixTests {
    @Test func `of a prefix are its updates, and what takes back in their cases whoever sent it`() throws {
        let room = try StoreRoom()
        let store = try room.open()
        func takesBack(_ id: String, _ target: String, of caseID: String) -> String {
            #"{"id": "\#(id)", "case": "\#(caseID)", "event": "registrering.annulleret", "at": "2026-03-03", "#
                + #""data": {"id": "\#(target)"}}"#
        }
        let updates =
            try ["dubu:a", "dubu:b", "dubu", "dubu-x", "dubv:a", "Dubu:a"].map { id in
                try StoreRoom.placement(id, of: id.hasPrefix("dubu:") ? "c1" : "c2")
            }
            + CaseUpdates.read(
                [
                    takesBack("x", "dubu:a", of: "c1"), takesBack("dubu:b:annul", "dubu:b", of: "c1"),
                    takesBack("y", "dubv:a", of: "c2"),
                ].joined(separator: "\n"))
        _ = try store.take(updates, at: try Instant(known: "2026-04-01T12:00:00+02:00"), using: room.reckoner)
        let kinds = room.settings.law.vocabulary.kinds(meaning: .takesBack)
        let (own, takingBack) = try store.updates(idPrefix: "dubu:", takingBack: kinds)
        #expect(Set(own) == Set(updates.filter { $0.id.rawValue.hasPrefix("dubu:") }))
        #expect(Set(takingBack.map(\.id.rawValue)) == ["x", "dubu:b:annul"])
        #expect(try store.updates(idPrefix: "x:", takingBack: kinds).own.isEmpty)
    }
}
