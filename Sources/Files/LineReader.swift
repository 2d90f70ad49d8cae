import CLogFiles
import Glibc

/// A text file read line by line, packed by gzip(1) or not.
package final class LineReader {
    private let path: String
    private let file: gzFile
    private var block = [UInt8](repeating: 0, count: 1 << 17)
    private var buffer: [UInt8] = []
    private var position = 0

    /// Opens the file at `path`.
    ///
    /// - Throws: also where it is no text, as a file that is packed in another way.
    package init(_ path: String) throws(FileError) {
        guard let file = gzopen(path, "rbe") else { throw FileError("opened", path) }
        self.file = file
        self.path = path
        gzbuffer(file, UInt32(block.count))
        _ = try fill()
        guard buffer.prefix(512).allSatisfy({ $0 >= 0x20 || (0x09...0x0D).contains($0) }) else {
            throw FileError("searched", path, code: ENOTSUP)
        }
    }

    deinit { gzclose(file) }

    /// Whether the file is packed.
    package var isPacked: Bool { gzdirect(file) == 0 }

    /// The next line with its line break, which the last one may lack; nil at the end.
    package func next() throws(FileError) -> [UInt8]? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { position = end + 1 }
                return Array(buffer[position...end])
            }
            searched = buffer.count - position
            buffer.removeSubrange(..<position)
            position = 0
            guard try fill() else {
                defer { buffer = [] }
                return buffer.isEmpty ? nil : buffer
            }
        }
    }

    /// - Returns: whether anything was left; what is cut off or damaged throws.
    private func fill() throws(FileError) -> Bool {
        let count = Int(gzread(file, &block, UInt32(block.count)))
        var code = Z_OK
        if count == 0 { gzerror(file, &code) }
        guard count >= 0, code == Z_OK || code == Z_STREAM_END else { throw FileError("unpacked", path, code: EIO) }
        buffer += block[..<count]
        return count > 0
    }
}
