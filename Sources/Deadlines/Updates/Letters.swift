/// Names made of letters alone: ten digits in a row could be taken for a CPR number.
package enum Letters {
    /// So many letters, 32 at most, that stand for `texts` in their order for ever.
    package static func standing(for texts: [String], _ count: Int) -> String {
        let letters = Fingerprint.bytes(of: texts).prefix(count).map { UInt8(ascii: "a") + $0 % 26 }
        return String(decoding: letters, as: UTF8.self)
    }

    /// So many letters that nobody else has made.
    package static func random(_ count: Int) -> String {
        let letters = (0..<count).map { _ in UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z")) }
        return String(decoding: letters, as: UTF8.self)
    }
}
