/// Numbers that look like a Danish person number, found and masked (spec §3).
///
/// CPR-like is a day, a month, two digits, perhaps a hyphen or a space, and four digits, with no digit before or
/// after. Digits and separators may be written as JSON escapes (`\u0030`): a text is searched both as it stands and as
/// a JSON reader would see it.
package enum CPR {
    /// Whether a CPR-like number stands in `bytes`.
    package static func found(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var found = false
        search(bytes) { _ in
            found = true
            return false
        }
        guard !found, EscapedText.hasEscape(bytes) else { return found }
        return EscapedText(bytes).plain.withUnsafeBufferPointer { plain in
            search(plain) { _ in
                found = true
                return false
            }
            return found
        }
    }

    /// Whether a CPR-like number stands in `text`.
    package static func found(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { found(in: $0) }
    }

    /// `bytes` with `x` for every digit of a CPR-like number; an escape that stands for such a digit becomes one `x`.
    package static func masked(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result = maskedOnce(bytes)
        // What stood beside a number masked may look like one now that digits before or after it are gone.
        while result.withUnsafeBufferPointer({ found(in: $0) }) {
            result = result.withUnsafeBufferPointer { maskedOnce($0) }
        }
        return result
    }

    private static func maskedOnce(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result = Array(bytes)
        search(bytes) { range in
            for index in range where isDigit(bytes[index]) { result[index] = UInt8(ascii: "x") }
            return true
        }
        guard EscapedText.hasEscape(bytes) else { return result }
        let escaped = EscapedText(bytes)
        var hidden: [Int] = []
        escaped.plain.withUnsafeBufferPointer { plain in
            search(plain) { range in
                hidden += range.filter { isDigit(plain[$0]) }
                return true
            }
        }
        for index in hidden.reversed() {
            result.replaceSubrange(escaped.origin(of: index), with: [UInt8(ascii: "x")])
        }
        return result
    }

    /// `text` with `x` for every digit of a CPR-like number.
    package static func masked(_ text: String) -> String {
        var text = text
        guard found(in: text) else { return text }
        return String(decoding: text.withUTF8 { masked($0) }, as: UTF8.self)
    }

    /// Calls `body` with each CPR-like stretch of `bytes`, first to last, until it answers false.
    private static func search(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Bool) {
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            guard let end = end(of: start..<index, in: bytes), isDayAndMonth(bytes, start) else { continue }
            guard body(start..<end) else { return }
            index = end
        }
    }

    /// Where a number of the right length ends whose first run of digits is `run`; nil when the length is wrong.
    private static func end(of run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        if run.count == 10 { return run.upperBound }
        guard run.count == 6, run.upperBound < bytes.count, isSeparator(bytes[run.upperBound]) else { return nil }
        let tail = bytes[(run.upperBound + 1)...].prefix(5).prefix(while: isDigit)
        return tail.count == 4 ? tail.endIndex : nil
    }

    private static func isDayAndMonth(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let zero = UInt8(ascii: "0")
        let day = (bytes[start] - zero) * 10 + (bytes[start + 1] - zero)
        let month = (bytes[start + 2] - zero) * 10 + (bytes[start + 3] - zero)
        return (1...31).contains(day) && (1...12).contains(month)
    }

    /// Whether `byte` is a decimal digit.
    package static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// Whether `byte` may part a CPR number: a hyphen or a space.
    package static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
    }
}
