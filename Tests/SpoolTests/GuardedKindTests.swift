import Deadlines
import Testing

@testable import Spool

/// Who may ask for an erasure, when everybody who can write to the spool may send everything else.
@Suite struct GuardedKindTests {
    private let kind = EventKind(rawValue: "sletning.bestilt")
    private let other = EventKind(rawValue: "sag.tildelt")

    @Test func `root and the daemon may, others not`() {
        let producers = Producers([], daemon: 900, guarded: [kind])
        #expect(producers.refusal(of: kind, from: 0) == nil && producers.refusal(of: kind, from: 900) == nil)
        #expect(producers.refusal(of: kind, from: 1200)?.wrong == "user 1200 may not send this kind")
        #expect(producers.refusal(of: other, from: 1200) == nil)
    }

    @Test func `a producer may whose kinds name it, not one that may send anything`() {
        let producers = Producers(
            [
                Producer(name: "any", uid: 1200, kinds: nil), Producer(name: "archive", uid: 1201, kinds: [kind]),
            ], daemon: 900, guarded: [kind])
        #expect(producers.refusal(of: kind, from: 1200) != nil && producers.refusal(of: kind, from: 1201) == nil)
        #expect(producers.refusal(of: other, from: 1200) == nil && producers.refusal(of: other, from: 1201) != nil)
    }
}
