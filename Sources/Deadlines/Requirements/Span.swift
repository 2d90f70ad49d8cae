/// One stretch of time of a case: a measure from its start to its end.
package struct Span {
    /// The thing it is; nil is the case as a whole.
    package let ref: Reference?
    /// What began it.
    package let start: CaseFile.Entry
    /// What ended it; nil while it runs.
    package let end: CaseFile.Entry?
    /// Whether its end ends what is required of it.
    package let endsRequirements: Bool

    /// What ends the requirements about it.
    package var ending: CaseFile.Entry? { endsRequirements ? end : nil }

    /// The last day on which something can be about it.
    package var lastDay: LocalDate? { ending?.date }

    /// Whether it runs on `date`: started on or before it, and not ended by then (ended that day is not running).
    package func runs(on date: LocalDate) -> Bool {
        start.date <= date && (end.map { $0.date > date } ?? true)
    }

    /// Whether it runs on `date` or ends that day.
    func runsOrEnds(on date: LocalDate) -> Bool {
        start.date <= date && (end.map { $0.date >= date } ?? true)
    }
}

/// The spans of one case, by what was asked for. A case is reckoned by one thread from beginning to end.
final class FoundSpans {
    var byChoice: [SpanChoice: [Span]] = [:]
}

extension CaseFile {
    /// The spans that `declaration` finds in the case.
    ///
    /// A start while one of the same `ref` runs changes nothing; after the case was closed starts count anew.
    package func spans(_ declaration: SpanDeclaration) -> [Span] {
        spans(declaration, SpanChoice(declaration.id))
    }

    /// The same, counting only the starts that `choice` counts; the others are none, as if they were not there.
    func spans(_ declaration: SpanDeclaration, _ choice: SpanChoice) -> [Span] {
        if let found = foundSpans.byChoice[choice] { return found }
        let found = spans(declaration) { choice.counts($0) }
        foundSpans.byChoice[choice] = found
        return found
    }

    /// The spans of one name, counting only some of its starts.
    func spans(_ declaration: SpanDeclaration, counting counts: (Entry) -> Bool) -> [Span] {
        let starts = entries(declaration.start).filter(counts)
        guard !starts.isEmpty else { return [] }
        let ends = entries(declaration.end)
        // Each end is of one thing, whatever that is called and whoever counts it.
        let things = declaration.restartsOnLastDay ? grouped(entries(ofKinds: declaration.start.kinds)) : []
        return grouped(starts).flatMap { ref, starts in
            let belonging = ends.filter { belongTogether(ref, $0.update.ref) }
            let all = things.first { $0.ref == ref }?.entries ?? []
            let others = all.count == starts.count ? [] : spans(from: all, of: ref, ends: belonging, declaration)
            return spans(from: starts, of: ref, ends: belonging, declaration, beside: others)
        }
    }

    /// The spans of one `ref`, each with the first end that belongs to it; on the day on which an earlier one of the `ref`
    /// ended a new one begins, with a later end of its own.
    private func spans(
        from starts: [Entry], of ref: Reference?, ends: [Entry], _ declaration: SpanDeclaration,
        beside others: [Span] = []
    ) -> [Span] {
        var spans: [Span] = []
        for start in starts {
            guard spans.last.map({ isOver($0, at: start, declaration) }) ?? true else { continue }
            var taken: Set<UpdateID> = []
            if declaration.restartsOnLastDay {
                let earlier = spans + others.filter { $0.start.precedes(start) }
                taken = Set(earlier.compactMap(\.end).filter { $0.date == start.date }.map(\.update.id))
            }
            let end = ends.first { $0.date >= start.date && !taken.contains($0.update.id) }
            spans.append(Span(ref: ref, start: start, end: end, endsRequirements: declaration.endsRequirements))
        }
        return spans
    }

    private func isOver(_ span: Span, at start: Entry, _ declaration: SpanDeclaration) -> Bool {
        if let end = span.end {
            if end.date < start.date { return true }
            if end.date == start.date, declaration.restartsOnLastDay { return true }
        }
        return closings.contains { $0.date >= span.start.date && $0.date < start.date }
    }

    /// The entries by their own `ref`, those without one together, in the order of the first of each.
    func grouped(_ entries: [Entry]) -> [(ref: Reference?, entries: [Entry])] {
        var order: [Reference?] = []
        var groups: [Reference?: [Entry]] = [:]
        for entry in entries {
            if groups[entry.update.ref] == nil { order.append(entry.update.ref) }
            groups[entry.update.ref, default: []].append(entry)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}

extension CaseFile.Entry {
    /// Whether it comes before `other` in the case.
    func precedes(_ other: Self) -> Bool {
        (earliest, latest, update.id) < (other.earliest, other.latest, other.update.id)
    }
}
