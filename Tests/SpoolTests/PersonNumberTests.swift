import Deadlines
import Foundation
import Testing

@testable import Spool

@Suite struct PersonNumberTests {
    private let number = Fixture.personNumber()

    @Test func findsWhatTheContractCallsCPRLike() {
        for text in ["\(number)", Fixture.personNumber("-"), Fixture.personNumber(" "), "a\(number)b", "x-\(number)."] {
            #expect(CPR.found(in: text), "\(CPR.masked(text))")
        }
        let others = [
            "1\(number)", "\(number)1", Fixture.personNumber("--"), Fixture.personNumber("/"),
            "32" + number.dropFirst(2),
            "0113" + number.dropFirst(4), "2026-03-02T08:00:00.000+02:00", "", "00" + number.dropFirst(2),
        ]
        for text in others { #expect(!CPR.found(in: text), "\(text)") }
    }

    @Test func masksDigitsAndNothingElse() {
        #expect(CPR.masked("a \(Fixture.personNumber("-")) b 2026") == "a xxxxxx-xxxx b 2026")
        #expect(CPR.masked(number + "," + number) == "xxxxxxxxxx,xxxxxxxxxx")
    }

    @Test func seesThroughEscapes() {
        let escaped = "\\u0030" + number.dropFirst()
        #expect(CPR.found(in: escaped))
        #expect(CPR.masked("\"\(escaped)\"") == "\"xxxxxxxxxx\"")
        let hyphen = Fixture.personNumber("\\u002D")
        #expect(CPR.masked(hyphen) == "xxxxxx\\u002Dxxxx")
        // An escaped backslash starts no escape.
        #expect(!CPR.found(in: "\\\\u0030" + number.dropFirst()))
        // A digit in disguise before the number makes it no number.
        #expect(!CPR.found(in: "\\u0039" + number))
    }

    @Test func agreesWithTheExpressionOfTheContract() throws {
        let expression = try NSRegularExpression(
            pattern: #"(?<![0-9])(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}[- ]?[0-9]{4}(?![0-9])"#)
        var generator = SeededGenerator.printed()
        for _ in 0..<20_000 {
            let text = randomDigits(using: &generator)
            let range = NSRange(text.startIndex..., in: text)
            #expect(CPR.found(in: text) == (expression.firstMatch(in: text, range: range) != nil), "\(text)")
        }
    }

    @Test func nothingMaskedIsStillCPRLike() {
        var generator = SeededGenerator.printed()
        for _ in 0..<20_000 {
            var text = randomDigits(using: &generator)
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                guard let index = text.indices.randomElement(using: &generator) else { break }
                let code = String(text[index].asciiValue ?? 0, radix: 16)
                text.replaceSubrange(index...index, with: "\\u00" + code)
            }
            let masked = CPR.masked(text)
            #expect(!CPR.found(in: masked), "\(text) became \(masked)")
            #expect(CPR.masked(masked) == masked)
        }
    }

    private func randomDigits(using generator: inout SeededGenerator) -> String {
        let pieces = ["0", "1", "12", "31", "0101", "2", "-", " ", "x", "010203", "4567", "\\"]
        return (0..<Int.random(in: 0...8, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    @Test func refusesThemInValuesKeysAndNumbersAndQuotesThemMasked() {
        let cases = [
            (line(number), "id"), (line(more: "\"ref\": \"a-\(number)\""), "ref"),
            (line(more: "\"\(number)\": 1"), "xxxxxxxxxx"), (line(more: "\"ref\": 31\(number.dropFirst(2))"), "ref"),
            (line(more: "\"data\": {\"foedt\": \"\\u0030\(number.dropFirst())\"}"), "data.foedt"),
            (line(more: "\"data\": {\"\\u0030\(number.dropFirst())\": 1}"), "data.xxxxxxxxxx"),
            ("{\"id\": \(number)", nil),
        ]
        for (input, field) in cases {
            do {
                _ = try Fixture.reader.update(from: Array(input.utf8))
                Issue.record("accepted \(CPR.masked(input))")
            } catch {
                #expect(error.wrong.contains("CPR-like"))
                #expect(error.field == field)
                #expect(!CPR.found(in: error.description), "\(error)")
            }
        }
    }
}
