import CLogFiles
import Glibc

/// A file read as it was before gzip(1) packed it; one that is not packed as it is.
package struct GzipReader: ~Copyable {
    private let file: gzFile
    private var block = [UInt8](repeating: 0, count: 1 << 17)

    /// Opens the file; nil when it cannot be, and `errno` says why.
    package init?(_ path: String) {
        guard let file = gzopen(path, "rbe") else { return nil }
        gzbuffer(file, 1 << 17)
        self.file = file
    }

    deinit { gzclose(file) }

    /// Whether the file is packed; known when something has been read.
    package var isPacked: Bool { gzdirect(file) == 0 }

    /// What comes next, at most 128 KiB; empty at the end, nil when the packed file is cut off or damaged.
    package mutating func next() -> ArraySlice<UInt8>? {
        let count = gzread(file, &block, UInt32(block.count))
        guard count >= 0 else { return nil }
        if count == 0 {
            var code: Int32 = 0
            gzerror(file, &code)
            guard code == Z_OK || code == Z_STREAM_END else { return nil }
        }
        return block[..<Int(count)]
    }
}
