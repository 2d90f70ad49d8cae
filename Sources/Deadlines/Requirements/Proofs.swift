/// Finding what met or excused a requirement.
extension Reckoner {
    /// The thing that something must belong to, and from when on it may count.
    struct Question {
        let ref: Reference?
        let start: LocalDate
        /// What started it.
        var startedBy: CaseFile.Entry?
        /// The span that it is about.
        var span: Span?
        /// The kinds of decision, where what was done for an earlier decision does not count.
        var decisions: Set<EventKind> = []
    }

    /// The first update that proves it.
    func first(_ proof: Proof, for question: Question) -> CaseFile.Entry? {
        if proof.isOwnEnd { return question.span?.end }
        let from = earliestDay(proof.earliest, question.start)
        let lastDay = question.span?.lastDay
        let candidates = file.entries(proof.patterns).filter { entry in
            (from.map { entry.date >= $0 } ?? true) && (lastDay.map { entry.date <= $0 } ?? true)
                && proof.parts.contains { $0.shows(entry, for: question) }
        }
        guard !candidates.isEmpty else { return nil }
        switch proof.belonging {
        case .anyInCase: return candidates.first
        case .sameRef: return candidates.first { belongTogether($0.update.ref, question.ref) }
        case .exactRef: return candidates.first { $0.update.ref == question.ref }
        case .decision(let kinds):
            let shared = Set(file.entries(ofKinds: Set(kinds)).compactMap(\.update.ref))
            let previous = file.entries(ofKinds: question.decisions).last { $0.date < question.start }?.date
            return candidates.first { belongs($0, to: question, shared: shared, after: previous) }
        }
    }

    /// Whether `entry` was made for the decision: under its own `ref`, or under none or a shared one after the
    /// previous decision. To a decision without `ref` everything belongs, nothing as its own.
    private func belongs(
        _ entry: CaseFile.Entry, to question: Question, shared: Set<Reference>, after previous: LocalDate?
    ) -> Bool {
        if let own = question.ref {
            if entry.update.ref == own { return true }
            if let ref = entry.update.ref, !shared.contains(ref) { return false }
        }
        return previous.map { entry.date > $0 } ?? true
    }

    private func earliestDay(_ earliest: Earliest, _ start: LocalDate) -> LocalDate? {
        switch earliest {
        case .start: start
        case .before(let limit): calendar.date(start, plus: limit.reversed)
        case .anyTime: nil
        }
    }
}

extension ProofPart {
    /// Whether `entry` shows it, as far as dates and data go.
    fileprivate func shows(_ entry: CaseFile.Entry, for question: Reckoner.Question) -> Bool {
        guard pattern.matches(entry.update), !isLater || entry.date > question.start else { return false }
        let start = question.startedBy?.update.data ?? [:]
        return sameFields.allSatisfy { entry.update.data[$0] == start[$0] }
    }
}
