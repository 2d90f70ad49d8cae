package import Glibc

/// A new file that takes its place when it is whole: until then it has a name of its own, and goes when it is given up.
package final class Draft {
    /// What is written.
    package let file: OpenFile
    /// Where it will be.
    private let path: String
    private var isPlaced = false

    /// Makes the file, in place of what a crash has left under its name.
    ///
    /// - Parameters:
    ///   - path: where it will be.
    ///   - name: the path it has until then, in the same directory; nil is `path` and `.new`.
    ///   - mode: its rights, whatever the umask; nil is 0640 less that.
    package init(of path: String, as name: String? = nil, mode: mode_t? = nil) throws(FileError) {
        let name = name ?? "\(path).new"
        self.path = path
        unlink(name)
        file = try OpenFile(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode ?? 0o640)
        if let mode { try file.setMode(mode) }
    }

    deinit {
        if !isPlaced { unlink(file.path) }
    }

    /// Flushes it to disk, puts it in its place, and makes that durable.
    package func place() throws(FileError) {
        try file.sync()
        try move()
        try Directory.sync(of: path)
    }

    /// Puts it in its place as it is: what need not outlive a power failure, or where the directory may not be opened.
    package func move() throws(FileError) {
        try Directory.move(file.path, to: path)
        isPlaced = true
    }
}
