import Deadlines
import Files

/// The updates of one open file, read one after the other.
struct UpdateStream {
    private var pieces: LinePieces
    private let format: UpdateFormat
    private let reader: UpdateReader
    private var isDone = false
    /// The bytes of the update last read, its line break left out; kept only when asked for.
    private(set) var bytes: [UInt8] = []
    private let keepsBytes: Bool

    /// Reads `size` bytes of `file`.
    init(_ file: OpenFile, size: Int, format: UpdateFormat, reader: UpdateReader, keepsBytes: Bool = false) {
        pieces = LinePieces(file, size: size)
        self.format = format
        self.reader = reader
        self.keepsBytes = keepsBytes
    }

    /// Whether nothing follows; false while that is not known.
    var isAtEnd: Bool { pieces.isAtEnd }

    /// The next line's number and what it holds; nil after the last. Blank lines are passed over.
    mutating func next(clock: WallTime?) throws(FileError) -> (line: Int, result: Result<Update, Refusal>)? {
        switch format {
        case .lines: try nextLine(clock: clock)
        case .object: try onlyObject(clock: clock)
        }
    }

    private mutating func nextLine(clock: WallTime?) throws(FileError) -> (Int, Result<Update, Refusal>)? {
        while let piece = try pieces.next() {
            guard piece.begins else { continue }
            if !piece.ends { return (piece.line, .failure(Refusal.tooLong.at(line: piece.line))) }
            if pieces.withBytes(of: piece, UpdateStream.isBlank) { continue }
            if keepsBytes { bytes = pieces.withBytes(of: piece) { Array($0) } }
            let result = pieces.withBytes(of: piece) { reader.result(of: $0, clock: clock) }
            return (piece.line, result.mapError { $0.at(line: piece.line) })
        }
        return nil
    }

    /// The whole file as one update; it may be as long as a line, and says so when it is longer.
    private mutating func onlyObject(clock: WallTime?) throws(FileError) -> (Int, Result<Update, Refusal>)? {
        guard !isDone else { return nil }
        isDone = true
        var text: [UInt8] = []
        while let piece = try pieces.next() {
            guard text.count <= UpdateReader.longestLine else { return (1, .failure(Refusal.tooLong.at(line: 1))) }
            pieces.withBytes(of: piece) { text += $0 }
            if piece.ends { text.append(UInt8(ascii: "\n")) }
        }
        while text.last == UInt8(ascii: "\n") { text.removeLast() }
        bytes = text
        let result = text.withUnsafeBufferPointer { reader.result(of: $0, clock: clock) }
        return (1, result.mapError { $0.placed(in: text) })
    }

    private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    }
}

extension Refusal {
    /// The refusal of a text of several lines, with the line where the byte or the field at fault stands.
    fileprivate func placed(in text: [UInt8]) -> Refusal {
        var refusal = at(line: 1)
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if let byte {
            var rest = byte
            for (index, line) in lines.enumerated() {
                refusal.line = index + 1
                refusal.byte = rest
                if rest <= line.count { break }
                rest -= line.count + 1
            }
        } else if let name = field?.split(separator: ".").last {
            let quoted = Array("\"\(name)\"".utf8)
            refusal.line = (lines.firstIndex { $0.contains(quoted) } ?? 0) + 1
        }
        return refusal
    }
}
