import Deadlines
import Foundation
import TestSupport
import Testing

@testable import Spool

@Suite struct ReaderPropertyTests {
    @Test func noBytesCrashTheReader() {
        var generator = SeededGenerator.printed()
        for _ in 0..<5000 {
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            #expect(throws: Refusal.self) { try Fixture.reader.update(from: bytes, clock: Fixture.noon) }
        }
    }

    @Test func damagedLinesAreRefusedInPrintableWordsOrReadAgainTheSame() throws {
        var generator = SeededGenerator.printed()
        var accepted = 0
        for _ in 0..<20_000 {
            let bytes = damaged(Array(randomLine(using: &generator).utf8), using: &generator)
            do {
                let update = try Fixture.reader.update(from: bytes, clock: Fixture.noon)
                let line = try update.line(in: Fixture.zone)
                #expect(try Fixture.reader.update(from: line.utf8, clock: Fixture.noon) == update)
                accepted += 1
            } catch let refusal as Refusal {
                let text = refusal.description
                #expect(!CPR.found(in: text) && text.hasSuffix("."), "\(text)")
                #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(text)")
            }
        }
        #expect(accepted > 1000)
    }

    private func randomLine(using generator: inout SeededGenerator) -> String {
        let data = [
            ("sag.oprettet", #"{"foedt": "2009-05"}"#), ("underretning.modtaget", #"{"overgreb": true}"#),
            ("boernesamtale.afholdt", #"{"formaal": "bfu"}"#), ("kilde.opdateret", #"{"til": "2026-05-12T08:00:00Z"}"#),
            ("indsats.ivaerksat", #"{"type": "anbringelse", "bevilget_til": "2026-12-31"}"#),
        ]
        let (event, fields) = data.randomElement(using: &generator) ?? data[0]
        let at = ["2026-03-02", "2026-05-12T08:00:00.123+02:00", "2000-01-01"].randomElement(using: &generator) ?? ""
        let ref = Bool.random(using: &generator) ? #""ref": "ind-1", "# : ""
        return line(
            "dubu-\(Int.random(in: 0...99_999, using: &generator))", event: event, at: at,
            more: "\(ref)\"caseworker\": \"mhs\", \"data\": \(fields)")
    }

    /// The line with up to two bytes changed, dropped, doubled or cut off; sometimes as it was.
    private func damaged(_ line: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var line = line
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            let index = Int.random(in: 0..<line.count, using: &generator)
            switch Int.random(in: 0...4, using: &generator) {
            case 0: line[index] = UInt8.random(in: 0...255, using: &generator)
            case 1: line.remove(at: index)
            case 2: line.insert(contentsOf: line[index...].prefix(20), at: index)
            case 3: line.insert(contentsOf: Array(Fixture.personNumber("-").utf8), at: index)
            default: line[index] = Array(#"{}[]",:\ 09"#.utf8).randomElement(using: &generator) ?? 0
            }
            if line.isEmpty { break }
        }
        return line
    }
}
