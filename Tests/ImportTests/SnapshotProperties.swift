import Deadlines
import TestSupport
import Testing

@testable import Import

/// Random exports of random states.
@Suite struct SnapshotProperties {
    private static let mapping = """
        name = "dubu"
        mode = "snapshot"
        case = "Sag"
        ref = "Ref"
        [reaches]
        case = "kilde/dubu"
        file = "dubu-{date}.csv"
        [[event]]
        kind = "indsats.ivaerksat"
        at = "Fra"
        data = { type = "Type", bevilget_til = "Bevilget" }
        [[event]]
        kind = "indsats.afsluttet"
        at = "Til"
        [[event]]
        kind = "opfoelgning.afholdt"
        at = "Fulgt"
        data = { naeste = "Naeste" }
        [[event]]
        kind = "underretning.modtaget"
        at = { columns = ["Modtaget", "Kl"] }
        """

    /// The rows of a state: cells by case and ref, in any order.
    private struct State {
        var rows: [String: [String]] = [:]

        /// Rows with what is empty filled now and then, other values changed, and rows added; nothing goes.
        mutating func change(_ seed: inout Seed) {
            for (key, cells) in rows.sorted(by: { $0.key < $1.key }) {
                rows[key] = cells.map { $0.isEmpty || seed.once(in: 4) ? "?" : $0 }.enumerated().map { index, cell in
                    cell == "?" ? State.cell(index, &seed, wasEmpty: cells[index].isEmpty) : cell
                }
            }
            for _ in 0..<Int.random(in: 0...3, using: &seed) {
                let key = "\(seed.one(of: ["c1", "c2", "c3"]));\(seed.one(of: ["", "i1", "i2"]))"
                rows[key] = rows[key] ?? (0..<7).map { State.cell($0, &seed, wasEmpty: true) }
            }
        }

        private static func cell(_ index: Int, _ seed: inout Seed, wasEmpty: Bool) -> String {
            // A measure always has a type; what was filled stays filled.
            if wasEmpty, index != 1, seed.once(in: 2) { return "" }
            switch index {
            case 1: return seed.one(of: ["anbringelse", "paragraf-11-3", "x"])
            case 6: return seed.one(of: ["", "09:15", "23:59"].filter { !$0.isEmpty || wasEmpty })
            default: return "\(seed.one(of: ["01", "02", "15", "28"]))-\(seed.one(of: ["01", "02", "03", "06"]))-2026"
            }
        }

        func export(_ seed: inout Seed) -> String {
            "Sag;Ref;Fra;Type;Bevilget;Til;Fulgt;Modtaget;Kl;Naeste\n"
                + rows.map { "\($0.key);\($0.value.joined(separator: ";"));01-12-2026\n" }.shuffled(using: &seed)
                .joined()
        }
    }

    @Test func `whatever the exports before it, requirements are those of the last one alone`() throws {
        var seed = Seed(for: #function)
        var corrections = 0
        for _ in 0..<150 {
            var state = State()
            var scene = try ImportScene(Self.mapping)
            var last = ""
            for day in 1...Int.random(in: 2...4, using: &seed) {
                state.change(&seed)
                if state.rows.isEmpty { continue }
                last = state.export(&seed)
                let conversion = try scene.take(last, named: "dubu-2026-12-0\(day).csv")
                try #require(
                    conversion.refusals.isEmpty && conversion.vanished.isEmpty, "\(seed.advice) \(conversion.refused)")
                corrections += conversion.told.count { $0.contains(" back ") }
                // Read again it changes nothing.
                #expect(try scene.conversion(last, named: "dubu-2026-12-0\(day).csv").entries.isEmpty, "\(seed.advice)")
            }
            guard !last.isEmpty else { continue }
            var alone = try ImportScene(Self.mapping)
            try alone.take(last, named: "dubu-2026-12-09.csv")
            for month in [1, 3, 6, 12] {
                let moment = try Instant(known: "2026-\(month < 10 ? "0" : "")\(month)-20T12:00:00+01:00")
                #expect(scene.requirements(at: moment) == alone.requirements(at: moment), "\(seed.advice)")
            }
        }
        #expect(corrections > 100)
    }

    @Test func `an import cut short is finished by reading the export again`() throws {
        var seed = Seed(for: #function)
        for _ in 0..<100 {
            var state = State()
            while state.rows.isEmpty { state.change(&seed) }
            var whole = try ImportScene(Self.mapping)
            try whole.take(state.export(&seed), named: "dubu-2026-12-01.csv")
            state.change(&seed)
            let second = state.export(&seed)
            var cut = whole
            // Wherever it is cut, even between what takes back and what replaces.
            let entries = try whole.conversion(second, named: "dubu-2026-12-02.csv").entries
            try cut.take(entries.prefix(Int.random(in: 0...entries.count, using: &seed)).map(\.update))
            try whole.take(second, named: "dubu-2026-12-02.csv")
            try cut.take(second, named: "dubu-2026-12-02.csv")
            #expect(Set(cut.store) == Set(whole.store), "\(seed.advice)")
        }
    }

    @Test func `what vanished is what the store has and the export has not`() throws {
        var seed = Seed(for: #function)
        var count = 0
        for _ in 0..<100 {
            var state = State()
            while state.rows.isEmpty { state.change(&seed) }
            var scene = try ImportScene(Self.mapping)
            try scene.take(state.export(&seed), named: "dubu-2026-12-01.csv")
            var fewer = state
            for key in state.rows.keys.sorted() where fewer.rows.count > 1 && seed.once(in: 2) { fewer.rows[key] = nil }
            let conversion = try scene.conversion(fewer.export(&seed), named: "dubu-2026-12-02.csv")
            let missing = Set(state.rows.keys).subtracting(fewer.rows.keys)
            let expected = scene.store.filter { update in
                missing.contains("\(update.caseID);\(update.ref?.rawValue ?? "")")
            }
            #expect(Set(conversion.vanished) == Set(expected), "\(seed.advice)")
            #expect(conversion.told.count == 1)
            count += expected.count
        }
        #expect(count > 50)
    }
}
