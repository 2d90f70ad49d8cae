/// What is known of one case at one moment: the updates that exist by then and have not been taken back.
package struct CaseFile {
    /// An update, with the dates and instants it can stand for.
    package struct Entry {
        /// The update.
        package let update: Update
        /// The local date.
        package let date: LocalDate
        /// A date's 00:00.
        package let earliest: Instant
        /// A date's 24:00.
        package let latest: Instant
    }

    /// The case.
    package let caseID: CaseID
    /// The moment at which it is looked at.
    let moment: Instant
    /// By time, then by id, so that the order of arrival cannot matter.
    package let entries: [Entry]
    private let byKind: [EventKind: [Entry]]
    /// Spans found before: many rules ask for the same.
    let foundSpans = FoundSpans()
    /// What closed the case, oldest first.
    package let closings: [Entry]
    /// The first day on which the child is one year old, where its month of birth is known.
    private let birth: LocalDate?
    /// What the updates that describe the child say of dates; the latest that says so counts.
    private let childDates: [FieldName: LocalDate]
    /// When the next update that lies ahead begins to exist.
    package let nextUpdate: Instant?

    /// The file of `caseID` at `moment`, from any of its updates in any order.
    package init(_ caseID: CaseID, updates: [Update], law: Law, zone: Zone, at moment: Instant) {
        self.caseID = caseID
        self.moment = moment
        var next: Instant?
        var entries: [Entry] = []
        var takenBack: Set<UpdateID> = []
        var seen: Set<UpdateID> = []
        for update in updates where seen.insert(update.id).inserted {
            let earliest = update.at.earliest(in: zone)
            guard earliest <= moment else {
                next = min(next ?? earliest, earliest)
                continue
            }
            if let id = law.takenBack(by: update) { takenBack.insert(id) }
            entries.append(
                Entry(
                    update: update, date: update.at.date(in: zone), earliest: earliest,
                    latest: update.at.latest(in: zone)))
        }
        if !takenBack.isEmpty {
            entries.removeAll { takenBack.contains($0.update.id) && !law.takingBack.contains($0.update.event) }
        }
        entries.sort { ($0.earliest, $0.latest, $0.update.id) < ($1.earliest, $1.latest, $1.update.id) }
        self.entries = entries
        nextUpdate = next
        byKind = Dictionary(grouping: entries) { $0.update.event }
        closings = entries.filter { law.closing.contains($0.update.event) }
        birth = CaseFile.birth(in: entries, law)
        childDates = CaseFile.childDates(in: entries, law)
    }

    private static func birth(in entries: [Entry], _ law: Law) -> LocalDate? {
        latest(in: entries, law) { update in
            if case .month(let month)? = law.vocabulary.value(.month, of: update) { month.firstDay } else { nil }
        }
    }

    private static func childDates(in entries: [Entry], _ law: Law) -> [FieldName: LocalDate] {
        let fields = Set(entries.filter { law.describing.contains($0.update.event) }.flatMap(\.update.data.keys))
        return fields.reduce(into: [:]) { dates, field in
            dates[field] = latest(in: entries, law) { $0.data[field]?.asDate }
        }
    }

    /// What the latest update that describes the child says; of two at one time the earlier date.
    private static func latest(in entries: [Entry], _ law: Law, _ said: (Update) -> LocalDate?) -> LocalDate? {
        var found: (at: Instant, date: LocalDate)?
        for entry in entries.reversed() where law.describing.contains(entry.update.event) {
            if let found, entry.earliest < found.at { break }
            guard let date = said(entry.update) else { continue }
            found = (entry.earliest, min(date, found?.date ?? date))
        }
        return found?.date
    }

    /// The date of this name known of the child.
    package func childDate(_ field: FieldName) -> LocalDate? { childDates[field] }

    /// The entries that one of `patterns` means, oldest first.
    package func entries(_ patterns: [EventPattern]) -> [Entry] {
        if patterns.count == 1, let pattern = patterns.first {
            guard let entries = byKind[pattern.event] else { return [] }
            return pattern.conditions.isEmpty ? entries : entries.filter { pattern.matches($0.update) }
        }
        return entries(ofKinds: patterns.kinds).filter { patterns.match($0.update) }
    }

    /// Whether an update of one of `kinds` exists.
    package func holds(anyOf kinds: Set<EventKind>) -> Bool {
        kinds.contains { byKind[$0] != nil }
    }

    /// The entries of `kinds`, oldest first.
    package func entries(ofKinds kinds: Set<EventKind>) -> [Entry] {
        let present = kinds.compactMap { byKind[$0] }
        guard present.count > 1 else { return present.first ?? [] }
        return entries.filter { kinds.contains($0.update.event) }
    }

    /// Whether the child is under `years` old on `date`: before the first day of its birth month so many years later.
    package func isChildUnder(_ years: Int, on date: LocalDate) -> Bool {
        birthday(years).map { date < $0 } ?? false
    }

    /// The first day on which the child counts as `years` old; nil where its birth month is not known, or nothing is asked.
    func birthday(_ years: Int) -> LocalDate? {
        years > 0 ? birth?.adding(months: 12 * years) : nil
    }

    /// Whether somebody works on it: it has not been closed, or something has started or been told of the child after.
    package func isOpen(under law: Law) -> Bool {
        guard let closing = closings.last else { return !entries.isEmpty }
        return entries.contains { $0.date > closing.date && law.opening.contains($0.update.event) }
    }
}

/// Whether two updates belong together: their `ref` is the same, or at least one has none (spec §4).
package func belongTogether(_ left: Reference?, _ right: Reference?) -> Bool {
    guard let left, let right else { return true }
    return left == right
}
