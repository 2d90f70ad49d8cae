/// When a child's case was closed for good, and from when that counts.
package struct CaseClosing: Hashable, Sendable {
    /// The day of the closing.
    package let closed: LocalDate
    /// The latest day that anything was registered to have happened on in the case, the closing itself included. A closing with
    /// a day mistaken for one long past lies far before it.
    package let last: LocalDate
    /// The day on which the closing was taken in.
    package let registered: LocalDate

    /// Whether the case is to be erased with those closed before `day`.
    ///
    /// Whoever gives a day has seen which cases go: all that is known of the case must lie before it. When the time that closed
    /// cases are kept is over nobody looks, and so it also counts from when the closing became known.
    package func lies(before day: LocalDate, askedBy asker: ErasureAsker) -> Bool {
        switch asker {
        case .person: last < day
        case .retention: max(last, registered) < day
        }
    }
}

/// Who asks that closed cases be erased.
package enum ErasureAsker: Sendable {
    /// Somebody who gives a day.
    case person
    /// The time for which closed cases are kept.
    case retention
}

/// How a child's case was closed for good, as far as is known at `moment`; nil where somebody works on it, where something of it
/// lies ahead, and for what is no child's case.
package func closing(
    of caseID: CaseID, updates: [RegisteredUpdate], under law: Law, on calendar: WorkCalendar, at moment: Instant
) -> CaseClosing? {
    let zone = calendar.zone
    let file = CaseFile(caseID, updates: updates.map(\.update), law: law, zone: zone, at: moment)
    guard law.namespace(of: caseID) == nil, file.nextUpdate == nil, !file.isOpen(under: law),
        let closed = file.closings.last?.date
    else { return nil }
    // Of several that close it on that day the last one that came.
    let closings = Set(file.closings.filter { $0.date == closed }.map(\.update.id))
    let received = updates.filter { closings.contains($0.update.id) }.map { zone.date(of: $0.received) }
    // Also what has been taken back shows when somebody worked on the case.
    let dates = updates.map { $0.update.at.date(in: zone) }
    return CaseClosing(
        closed: closed, last: dates.reduce(closed) { max($0, $1) },
        registered: received.reduce(closed) { max($0, $1) })
}
