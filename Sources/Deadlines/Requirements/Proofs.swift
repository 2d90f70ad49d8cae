/// Finding what met or excused a requirement.
extension Reckoner {
    /// The thing that something must belong to, and from when on it may count.
    struct Question {
        let ref: Reference?
        let start: LocalDate
        /// The last day on which something can be about the thing.
        var lastDay: LocalDate?
        /// The kinds of decision, where what was done for an earlier decision does not count.
        var decisions: Set<EventKind> = []
    }

    /// The first update that proves it.
    func first(_ proof: Proof, for question: Question) -> CaseFile.Entry? {
        let from = earliestDay(proof.earliest, question.start)
        let candidates = file.entries(proof.patterns).filter { entry in
            (from.map { entry.date >= $0 } ?? true) && (question.lastDay.map { entry.date <= $0 } ?? true)
        }
        guard !candidates.isEmpty else { return nil }
        switch proof.belonging {
        case .anyInCase: return candidates.first
        case .sameRef: return candidates.first { belongTogether($0.update.ref, question.ref) }
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
