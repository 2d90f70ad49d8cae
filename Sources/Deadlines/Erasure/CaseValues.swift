/// Where the values of `"case"` stand in text that is JSON, or was meant to be: up to the next quotation mark, or, of what is no
/// text, to the end of the value.
struct CaseValues: Sequence, IteratorProtocol {
    private let text: [UInt8]
    private var position = 0
    private static let key = Array("\"case\"".utf8)

    init(_ text: [UInt8]) { self.text = text }

    mutating func next() -> Range<Int>? {
        while let found = text[position...].firstRange(of: CaseValues.key) {
            position = found.upperBound
            let rest = text[position...].drop(while: CaseValues.isBlank)
            guard rest.first == UInt8(ascii: ":") else { continue }
            let value = rest.dropFirst().drop(while: CaseValues.isBlank)
            guard value.first == UInt8(ascii: "\"") else {
                let ends = Array(",}\n".utf8)
                return value.startIndex..<(value.firstIndex(where: ends.contains) ?? text.endIndex)
            }
            let content = value.dropFirst()
            return content.startIndex..<(content.firstIndex(of: UInt8(ascii: "\"")) ?? text.endIndex)
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
