import Files
import Glibc

/// What a watcher knows: its inotify instance, and what has been seen since the handler was last called.
struct WatchState {
    private let spool: SpoolDirectory
    private var inotify: Inotify
    private var arrivals = Arrivals()
    /// When the next extra look is due, in nanoseconds of the monotonic clock; nil when none is.
    var extraLook: UInt64?
    /// Whether the handler must not be called any more.
    var isStopped = false

    var file: OpenFile { inotify.file }

    init(_ spool: SpoolDirectory) throws(FileError) {
        self.spool = spool
        inotify = try Inotify()
        try follow()
    }

    /// Watches the directory that is now at the path, made when it is missing.
    mutating func follow() throws(FileError) {
        try spool.makeDirectories()
        // Whatever was known of another directory's files is void.
        if try inotify.follow(spool.incomingPath) { arrivals = Arrivals() }
    }

    /// Takes in the events that wait.
    ///
    /// - Returns: whether there is anything to look at, and whether the directory has gone.
    mutating func readEvents() -> (isWorthALook: Bool, isLost: Bool) {
        var isWorthALook = false
        var isLost = false
        for event in inotify.events() {
            if event.has(IN_Q_OVERFLOW) {
                arrivals = Arrivals()
                arrivals.isIncomplete = true
            } else if event.has(IN_DELETE_SELF, IN_MOVE_SELF, IN_IGNORED) {
                isLost = true
            } else if event.name.isHidden {
                continue
            } else if event.has(IN_CLOSE_WRITE, IN_MOVED_TO) {
                arrivals.note(finished: event.name)
            } else {
                arrivals.note(created: event.name)
            }
            isWorthALook = true
        }
        if isLost { inotify.forget() }
        return (isWorthALook, isLost)
    }

    /// What was seen since the last call.
    mutating func takeArrivals() -> Arrivals {
        defer { arrivals = Arrivals() }
        return arrivals
    }
}
