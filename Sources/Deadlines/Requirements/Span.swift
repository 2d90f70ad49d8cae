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
}

/// The spans of one case, by declaration. A case is reckoned by one thread from beginning to end.
final class FoundSpans {
    var byID: [SpanID: [Span]] = [:]
}

extension CaseFile {
    /// The spans that `declaration` finds in the case, counting only starts for which `conditions` hold.
    ///
    /// A start while one of the same `ref` runs changes nothing; after the case was closed starts count anew.
    package func spans(_ declaration: SpanDeclaration, where conditions: [Condition] = []) -> [Span] {
        guard conditions.isEmpty else { return findSpans(declaration, where: conditions) }
        if let found = foundSpans.byID[declaration.id] { return found }
        let found = findSpans(declaration, where: [])
        foundSpans.byID[declaration.id] = found
        return found
    }

    private func findSpans(_ declaration: SpanDeclaration, where conditions: [Condition]) -> [Span] {
        let starts = entries(declaration.start).filter { entry in conditions.allSatisfy { $0.holds(for: entry.update) }
        }
        guard !starts.isEmpty else { return [] }
        let ends = entries(declaration.end)
        var spans: [Span] = []
        for (ref, starts) in grouped(starts) {
            let belonging = ends.filter { belongTogether(ref, $0.update.ref) }
            var current: Span?
            for start in starts {
                guard current.map({ isOver($0, at: start, declaration) }) ?? true else { continue }
                // On the day of an end a new one begins, with an end of its own.
                let taken = current?.end?.date == start.date ? current?.end?.update.id : nil
                let end = belonging.first { $0.date >= start.date && $0.update.id != taken }
                let span = Span(
                    ref: ref, start: start, end: end, endsRequirements: declaration.endsRequirements)
                current = span
                spans.append(span)
            }
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
