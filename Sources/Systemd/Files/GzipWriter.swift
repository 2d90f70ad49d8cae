import CLogFiles
import Glibc

/// Writes a file as gzip(1) would, or as it is.
package final class GzipWriter {
    private var file: gzFile?

    /// Writes to a file that is open, and leaves it open.
    ///
    /// - Parameter packs: whether it is packed.
    package init(descriptor: Int32, packs: Bool) {
        file = gzdopen(dup(descriptor), packs ? "wb" : "wbT")
    }

    deinit { close() }

    /// Appends all of `bytes`.
    ///
    /// - Returns: whether they could be written.
    package func append(_ bytes: [UInt8]) -> Bool {
        guard let file else { return false }
        return bytes.isEmpty || gzwrite(file, bytes, UInt32(bytes.count)) == Int32(bytes.count)
    }

    /// Writes what is still held back. Nothing can be appended afterwards.
    ///
    /// - Returns: whether it could be written.
    @discardableResult
    package func close() -> Bool {
        guard let file else { return false }
        self.file = nil
        return gzclose(file) == Z_OK
    }
}
