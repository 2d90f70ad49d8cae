/// Names that nobody else has made.
enum RandomName {
    /// So many letters: digits could be taken for a CPR number.
    static func letters(_ count: Int) -> String {
        String(
            (0..<count).map { _ in Character(UnicodeScalar(UInt8.random(in: UInt8(ascii: "a")...UInt8(ascii: "z")))) })
    }
}
