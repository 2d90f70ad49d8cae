/// A point on the time line, the same for everybody, to the millisecond.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    /// The instant `milliseconds` after 1970-01-01T00:00:00Z.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads an RFC 3339 date-time with an offset, `2026-05-12T08:00:00.000+02:00`; nil for anything else,
    /// a time that does not exist and a date-time without offset included.
    ///
    /// Digits beyond the millisecond are dropped. A leap second (`:60`) is read as the second after it.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let date = LocalDate(String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = LocalDate.number(bytes[11..<13]), hour < 24,
            let minute = LocalDate.number(bytes[14..<16]), minute < 60,
            let second = LocalDate.number(bytes[17..<19]), second <= 60,
            let (fraction, rest) = Instant.fraction(bytes[19...]),
            let offset = Instant.offset(rest)
        else { return nil }
        let local = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        self.init(milliseconds: Int64(local - offset) * 1000 + Int64(fraction))
    }

    private static func fraction(_ bytes: ArraySlice<UInt8>) -> (milliseconds: Int, rest: ArraySlice<UInt8>)? {
        guard bytes.first == UInt8(ascii: ".") else { return (0, bytes) }
        let digits = bytes.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard !digits.isEmpty else { return nil }
        var milliseconds = 0
        for place in 0..<3 {
            let index = digits.startIndex + place
            milliseconds = milliseconds * 10 + (index < digits.endIndex ? Int(digits[index] - UInt8(ascii: "0")) : 0)
        }
        return (milliseconds, bytes[digits.endIndex...])
    }

    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        let text = Array(bytes)
        if text.count == 1 { return text[0] == UInt8(ascii: "Z") || text[0] == UInt8(ascii: "z") ? 0 : nil }
        guard text.count == 6, text[3] == UInt8(ascii: ":"),
            text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"),
            let hours = LocalDate.number(text[1..<3]), hours < 24,
            let minutes = LocalDate.number(text[4..<6]), minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return text[0] == UInt8(ascii: "-") ? -seconds : seconds
    }

    /// Later than anything that happens.
    package static let distantFuture = Instant(milliseconds: .max)

    /// Earlier is less.
    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The instant `milliseconds` later, or earlier when negative.
    package func adding(milliseconds delta: Int64) -> Instant {
        Instant(milliseconds: milliseconds + delta)
    }

    /// The instant `hours` clock hours later, or earlier when negative: 24 hours are 24 hours over a clock change.
    package func adding(hours: Int) -> Instant {
        adding(milliseconds: Int64(hours) * 3_600_000)
    }
}
