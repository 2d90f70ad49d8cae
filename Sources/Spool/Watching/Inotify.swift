import Files
import Glibc

/// An inotify(7) instance that watches one directory by its path.
struct Inotify {
    /// Closing after writing and renaming in end a file; creating announces one, or is all that links, devices and
    /// directories show.
    private static let mask = [
        IN_CLOSE_WRITE, IN_MOVED_TO, IN_CREATE, IN_DELETE_SELF, IN_MOVE_SELF, IN_ONLYDIR, IN_DONT_FOLLOW,
    ].reduce(0 as UInt32) { $0 | UInt32($1) }

    let file: OpenFile
    private var watch: Int32?

    init() throws(FileError) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { throw FileError("watched", "the spool") }
        file = OpenFile(descriptor: descriptor, path: "inotify")
    }

    /// Watches what is at `path` now, and nothing else any more; says whether that is another directory than before.
    mutating func follow(_ path: String) throws(FileError) -> Bool {
        let now = inotify_add_watch(file.descriptor, path, Inotify.mask)
        guard now >= 0 else { throw FileError("watched", path) }
        guard now != watch else { return false }
        if let watch { inotify_rm_watch(file.descriptor, watch) }
        watch = now
        return true
    }

    /// Stops watching, e.g. because the directory has moved away.
    mutating func forget() {
        if let watch { inotify_rm_watch(file.descriptor, watch) }
        watch = nil
    }

    /// All events that wait, without waiting for any.
    func events() -> [InotifyEvent] {
        var events: [InotifyEvent] = []
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
            while true {
                let count = read(file.descriptor, buffer.baseAddress, buffer.count)
                guard count > 0 else { break }
                events += InotifyEvent.events(in: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
        return events.filter { $0.watch == watch || $0.has(IN_Q_OVERFLOW) }
    }
}
