import Deadlines
import Files
import Glibc

/// The lines of a file, read a stretch at a time so that memory does not grow with the file.
///
/// A line that fits comes as one piece. A longer one comes as several, cut where no CPR-like number can lie across the
/// cut, so that each piece can be masked by itself.
struct LinePieces {
    /// A line, or part of one too long.
    struct Piece {
        /// The line, from 1.
        let line: Int
        /// Where its bytes lie in the buffer, line break and carriage return left out.
        let range: Range<Int>
        /// Whether the line begins here.
        let begins: Bool
        /// Whether the line ends here.
        let ends: Bool
        /// Whether a CPR-like number may lie across the end all the same: then every digit must be masked.
        let isCutBlindly: Bool
    }

    private let file: OpenFile
    /// Bytes of the file not yet read; a file that grows meanwhile is read no further.
    private var remaining: Int
    private var buffer: [UInt8]
    private var start = 0
    private var end = 0
    private var line = 1
    private var isInside = false

    /// Reads `size` bytes of `file`.
    init(_ file: OpenFile, size: Int) {
        self.file = file
        remaining = size
        buffer = [UInt8](repeating: 0, count: min(max(size, 1), 2 * UpdateReader.longestLine))
    }

    /// Whether all pieces have been read.
    var isAtEnd: Bool { start == end && remaining == 0 && !isInside }

    /// The next piece, or nil at the end of the file.
    mutating func next() throws(FileError) -> Piece? {
        var searched = start
        while true {
            if let lineBreak = firstLineBreak(from: searched) { return piece(upTo: lineBreak) }
            if end - start > UpdateReader.longestLine + 1 { return part() }
            if remaining == 0 { return end > start || isInside ? piece(upTo: end) : nil }
            searched = end - start
            try refill()
        }
    }

    /// Calls `body` with the bytes of `piece`, which must be the last one read.
    func withBytes<Result>(of piece: Piece, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[piece.range])) }
    }

    /// The bytes of `piece`, which must be the last one read, masked.
    func masked(_ piece: Piece) -> [UInt8] {
        let masked = withBytes(of: piece) { CPR.masked($0) }
        // Where NUL stands between the digits, as in UTF-16, none could be told from a CPR-like number's.
        return piece.isCutBlindly || masked.contains(0)
            ? masked.map { CPR.isDigit($0) ? UInt8(ascii: "x") : $0 } : masked
    }

    private func firstLineBreak(from index: Int) -> Int? {
        buffer.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, end > index,
                let found = memchr(base + index, Int32(UInt8(ascii: "\n")), end - index)
            else { return nil }
            return UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }

    private mutating func piece(upTo stop: Int) -> Piece {
        let last = stop > start && buffer[stop - 1] == UInt8(ascii: "\r") ? stop - 1 : stop
        let piece = Piece(
            line: line, range: first(before: last)..<last, begins: !isInside, ends: true, isCutBlindly: false)
        start = min(stop + 1, end)
        line += 1
        isInside = false
        return piece
    }

    /// The next part of a line too long for the buffer.
    ///
    /// It is cut after a byte that no CPR-like number can hold, nor an escape that could stand for part of one.
    private mutating func part() -> Piece {
        let isSafe = { (byte: UInt8) in
            isxdigit(Int32(byte)) == 0 && !CPR.isSeparator(byte) && byte != UInt8(ascii: "\\")
                && byte != UInt8(ascii: "u")
        }
        let safe = buffer[start..<end].lastIndex(where: isSafe)
        let stop = safe.map { $0 + 1 } ?? end
        let piece = Piece(
            line: line, range: first(before: stop)..<stop, begins: !isInside, ends: false, isCutBlindly: safe == nil)
        start = stop
        isInside = true
        return piece
    }

    /// Where the next piece starts: a byte order mark at the very start of a file is tolerated.
    private func first(before stop: Int) -> Int {
        line == 1 && !isInside && buffer[start..<stop].starts(with: [0xEF, 0xBB, 0xBF]) ? start + 3 : start
    }

    private mutating func refill() throws(FileError) {
        let kept = end - start
        buffer.withUnsafeMutableBytes { bytes in
            if start > 0, let base = bytes.baseAddress { memmove(base, base + start, kept) }
        }
        (start, end) = (0, kept)
        let count = try file.read(into: &buffer, end..<(end + min(buffer.count - end, remaining)))
        end += count
        remaining = count == 0 ? 0 : remaining - count
    }
}
