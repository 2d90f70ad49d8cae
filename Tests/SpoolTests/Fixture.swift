import Deadlines
import Foundation
import Testing

@testable import Spool

/// What the tests read with: a few kinds of update, one field of each type.
enum Fixture {
    static let reader = UpdateReader(vocabulary: vocabulary, rules: [RuleID(rawValue: "bfu-4-maaneder")])

    static let vocabulary = Vocabulary(kinds: Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) }))

    /// 2026-05-12T12:00:00+02:00 in a zone without summer time.
    static let noon = WallTime(now: instant("2026-05-12T12:00:00+02:00"), zone: zone)

    static let zone = Zone(name: "Test/Plus-Two", first: 7200, changes: [])

    static func instant(_ text: String) -> Instant {
        Instant(text) ?? Instant(milliseconds: 0)
    }

    /// A CPR-like number, put together here so that none stands in the source.
    static func personNumber(_ separator: String = "") -> String {
        ["01", "02", "03"].joined() + separator + ["45", "67"].joined()
    }

    private static let kinds = [
        kind("sag.oprettet", ["foedt": .month, "fylder_18": .date]),
        kind("underretning.modtaget", ["overgreb": .flag, "fagperson": .flag]),
        kind(
            "boernesamtale.afholdt", ["formaal": .code(["underretning", "bfu", "afgoerelse"])], required: ["formaal"]),
        kind("indsats.ivaerksat", ["type": .word, "bevilget_til": .date], required: ["type"]),
        kind("frist.sat-i-bero", ["regel": .rule], required: ["regel"]),
        kind("kilde.opdateret", ["til": .instant], required: ["til"]),
        kind("registrering.annulleret", ["id": .update], required: ["id"]),
        kind("paamindelse.kvitteret", ["noegle": .key, "af": .person], required: ["noegle", "af"]),
    ]

    private static func kind(
        _ name: String, _ fields: [String: Field.ValueType], required: Set<String> = []
    ) -> Kind {
        let fields = fields.map { name, type in
            (FieldName(rawValue: name), Field(type: type, required: required.contains(name)))
        }
        return Kind(name: EventKind(rawValue: name), title: name, fields: Dictionary(uniqueKeysWithValues: fields))
    }
}

/// A line of input, put together from the fields that matter.
func line(
    _ id: String = "dubu-1", event: String = "sag.oprettet", at: String = "2026-03-02", more: String = ""
) -> String {
    #"{"id": "\#(id)", "case": "2026-0417", "event": "\#(event)", "at": "\#(at)"\#(more.isEmpty ? "" : ", " + more)}"#
}

/// Numbers that follow from a seed, so that what fails once fails again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next number (SplitMix64).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A generator of a new seed, or of SPOOL_TEST_SEED; the seed is printed.
    static func printed(_ test: String = #function) -> SeededGenerator {
        let given = ProcessInfo.processInfo.environment["SPOOL_TEST_SEED"].flatMap(UInt64.init)
        let seed = given ?? UInt64.random(in: 0...UInt64.max)
        print("\(test): SPOOL_TEST_SEED=\(seed)")
        return SeededGenerator(seed: seed)
    }
}
