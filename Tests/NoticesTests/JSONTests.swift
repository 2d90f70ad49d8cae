import Foundation
import TestSupport
import Testing

@testable import Notices

/// What is written, another reader must read as it was meant.
@Suite struct JSONTests {
    @Test func `any text comes back`() throws {
        var seed = Seed(for: "JSON texts")
        for _ in 0..<3000 {
            let text = seed.text()
            let line = JSON.object([(text, .text(text)), ("list", .list([.text(text), .null]))]).line
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?[text] as? String == text, "\(seed.advice) \(text.debugDescription)")
            #expect((object?["list"] as? [Any])?.first as? String == text)
            #expect(!line.contains { $0.isNewline }, "\(seed.advice) \(line.debugDescription)")
        }
    }

    @Test func `other values come back`() throws {
        var seed = Seed(for: "JSON numbers")
        for _ in 0..<3000 {
            let number = Int.random(in: .min ... .max, using: &seed) >> Int.random(in: 11...63, using: &seed)
            let tenths = Int.random(in: -1000...1000, using: &seed)
            let values = JSON.list([.number(number), .decimal(Double(tenths) / 10), .flag(true), .null, .optional(nil)])
            let read = try JSONSerialization.jsonObject(with: Data(values.line.utf8)) as? [Any]
            #expect(read?[0] as? Int == number)
            #expect((read?[1] as? Double).map { Int(($0 * 10).rounded()) } == tenths, "\(values.line)")
            #expect(read?[2] as? Bool == true)
            #expect(read?[3] is NSNull && read?[4] is NSNull)
        }
    }

    @Test func `a document is a list with one row a line`() throws {
        #expect(JSON.list([]).document == "[]")
        #expect(JSON.list([.number(1), .object([("a", .flag(false))])]).document == "[\n  1,\n  {\"a\": false}\n]")
        #expect(JSON.object([]).document == "{}")
    }
}

extension Seed {
    /// A text of scalars of every kind, those that need care more often.
    fileprivate mutating func text() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...12, using: &self) {
            let ranges: [ClosedRange<UInt32>] = [
                0...0x1F, 0x20...0x7F, 0x80...0xA0, 0x2028...0x2029, 0...0xD7FF, 0xE000...0x10FFFF,
            ]
            if let scalar = Unicode.Scalar(UInt32.random(in: one(of: ranges), using: &self)) { text.append(scalar) }
            if once(in: 6) { text.append(one(of: ["\"", "\\", "\n", "/", "\u{0}", "\r"])) }
        }
        return String(text)
    }
}
