/// A requirement as one start asks for it, and what it rests on.
struct Row {
    var requirement: Requirement
    var reckoning: Reckoning
    /// What its dates say; nil for an hour rule.
    var judgement: DateJudgement?
    /// Whether what shares its key is met only when all of it is.
    var allMustBeMet = false
}

extension Row {
    /// What shares case, `ref`, rule and start is one requirement: due on the earliest date of all, and of those that are not
    /// void then what the best is, or the worst where all must be met.
    func joined(with others: [Row], in zone: Zone) -> Row {
        guard !others.isEmpty else { return self }
        let all = [self] + others
        let first = all.min { $0.requirement.due.order < $1.requirement.due.order } ?? self
        let judged = all.map { $0.due(as: first, in: zone) }
        let valid = judged.filter { $0.requirement.verdict != .void }
        let rest = valid.isEmpty ? judged : valid
        let ranked = rest.sorted { $0.requirement.rank < $1.requirement.rank }
        guard var chosen = allMustBeMet ? ranked.last : ranked.first else { return self }
        let lapses = rest.map(\.requirement.background.lapsed)
        chosen.requirement.background.lapsed = lapses.contains(nil) ? nil : lapses.compactMap(\.self).max()
        chosen.reckoning.startedBy = first.reckoning.startedBy
        chosen.reckoning.steps = first.reckoning.steps
        return chosen
    }

    /// The same, due when `other` is.
    private func due(as other: Row, in zone: Zone) -> Row {
        guard var judgement, let due = other.judgement?.due, due != judgement.due else { return self }
        judgement.due = due
        var row = self
        row.judgement = judgement
        row.requirement = requirement.judged(judgement, in: zone)
        return row
    }
}

extension Requirement {
    /// The best is least: met, excused, late, paused, open; of two that are met the one met first.
    fileprivate var rank: (Int, Int64) {
        switch verdict {
        case .met(let at): (0, at.order)
        case .excused: (1, 0)
        case .late(let at): (2, at.order)
        case .open: (paused ? 3 : 4, 0)
        case .void: (5, 0)
        }
    }

    /// The same as other dates say.
    fileprivate func judged(_ judgement: DateJudgement, in zone: Zone) -> Requirement {
        let missingFrom = judgement.missingFrom(in: zone)
        return Requirement(
            key: key, law: law, grundlag: grundlag, ladder: ladder, due: .date(judgement.due),
            verdict: judgement.verdict, missingFrom: missingFrom, certainFrom: missingFrom, verdictUncertain: false,
            atOnce: atOnce, planned: planned, paused: paused, progress: progress, background: background)
    }
}
