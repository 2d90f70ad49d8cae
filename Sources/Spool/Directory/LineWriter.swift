import Files

/// Writes lines to a file in large pieces.
struct LineWriter {
    private let file: OpenFile
    private var buffer: [UInt8] = []
    /// Whether nothing was written.
    private(set) var isEmpty = true

    init(_ file: OpenFile) {
        self.file = file
    }

    /// Adds bytes to what will be written.
    mutating func append(_ bytes: some Sequence<UInt8>) throws(FileError) {
        buffer.append(contentsOf: bytes)
        isEmpty = isEmpty && buffer.isEmpty
        if buffer.count >= 65_536 { try flush() }
    }

    /// Writes what is left, and flushes it to disk.
    mutating func finish() throws(FileError) {
        try flush()
        try file.sync()
    }

    private mutating func flush() throws(FileError) {
        let bytes = buffer
        buffer.removeAll(keepingCapacity: true)
        try file.write(bytes)
    }
}
