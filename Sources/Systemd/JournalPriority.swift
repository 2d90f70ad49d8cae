/// How bad a journal entry is: the levels of syslog(3). A smaller number is worse.
///
/// journald writes its file to disk at once after ``critical`` and worse, and otherwise within five minutes.
package enum JournalPriority: Int, Hashable, Sendable, CaseIterable {
    /// 0: the system is unusable.
    case emergency = 0
    /// 1: act at once.
    case alert
    /// 2: critical.
    case critical
    /// 3: an error.
    case error
    /// 4: a warning.
    case warning
    /// 5: normal, but worth noting.
    case notice
    /// 6: information.
    case informational
    /// 7: for finding faults.
    case debug
}
