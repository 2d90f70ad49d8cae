import Files

/// What a watch has seen of `incoming/` since the last look; a hint, the directory itself is the truth.
package struct Arrivals: Sendable {
    /// Files closed after writing, or renamed in: they may be read at once.
    var finished: Set<FileName> = []
    /// Files made here and not yet closed: somebody is probably writing them.
    var unfinished: Set<FileName> = []
    /// Whether events were lost, so that what is known of files being written is void.
    var isIncomplete = false

    /// The most names kept; files beyond are read when they have rested.
    static let longest = 100_000

    /// Nothing seen, as at start.
    package init() {}

    mutating func note(created name: FileName) {
        finished.remove(name)
        if unfinished.count < Arrivals.longest { unfinished.insert(name) }
    }

    mutating func note(finished name: FileName) {
        unfinished.remove(name)
        if finished.count < Arrivals.longest { finished.insert(name) }
    }

    /// Adds what was seen later.
    mutating func add(_ later: Arrivals) {
        if later.isIncomplete { self = Arrivals() }
        finished = finished.subtracting(later.unfinished).union(later.finished)
        unfinished = unfinished.subtracting(later.finished).union(later.unfinished)
    }

    /// Forgets what is not among `entries`.
    mutating func keep(only entries: [Directory.Entry]) {
        guard !finished.isEmpty || !unfinished.isEmpty else { return }
        let present = Set(entries.lazy.map(\.name))
        finished.formIntersection(present)
        unfinished.formIntersection(present)
    }
}
