import Glibc

/// A file of lines that grows at its end: each write is whole and on disk when it returns.
package final class AppendFile {
    private let file: OpenFile

    /// Opens the file at `path`, and makes it where there is none.
    package init(path: String) throws(FileError) {
        file = try OpenFile(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW)
        // The file's own fsync does not make its name durable.
        try Directory.sync(of: path)
    }

    /// Appends `text` and flushes it to disk.
    ///
    /// - Throws: why not; what was written of the text is taken away again.
    package func append(_ text: String) throws(FileError) {
        let before = try file.status().st_size
        do throws(FileError) {
            try file.write(Array(text.utf8))
            try file.syncContent()
        } catch {
            ftruncate(file.descriptor, before)
            throw error
        }
    }

    /// Cuts off what a crash left half written: everything after the last complete line that `isEnd` accepts.
    package func cutTornEnd(where isEnd: (String) -> Bool) throws(FileError) {
        // Mostly the end is whole, and a glance tells.
        for length in [1 << 12, 1 << 20] {
            let (bytes, start) = try file.end(length)
            guard let end = AppendFile.end(of: bytes, where: isEnd) ?? (start == 0 ? 0 : nil) else { continue }
            if end < bytes.count {
                try file.truncate(to: start + end)
                try file.sync()
            }
            return
        }
    }

    /// Where the last complete line ends that `isEnd` accepts.
    private static func end(of bytes: [UInt8], where isEnd: (String) -> Bool) -> Int? {
        let newline = UInt8(ascii: "\n")
        var end = bytes.endIndex
        while let last = bytes[..<end].lastIndex(of: newline) {
            let first = bytes[..<last].lastIndex(of: newline).map { $0 + 1 } ?? bytes.startIndex
            if isEnd(String(decoding: bytes[first..<last], as: UTF8.self)) { return last + 1 }
            end = last
        }
        return nil
    }
}
