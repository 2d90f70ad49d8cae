/// Rules about a case in which nothing moves.
extension Reckoner {
    /// At most one row: since the day of the latest movement, while the case is open and nothing runs.
    mutating func reckonStillness(_ versions: [Rule]) {
        for rule in versions {
            guard case .stillness(let form) = rule.form,
                let movement = file.entries(ofKinds: form.movement).last,
                rule.inForce.contains(movement.date), closing(from: movement.date) == nil,
                !isRunning(form.unlessRunning, at: currentDate)
            else { continue }
            let due = counted(form.limit, from: movement.date)
            add(
                row(
                    rule, ref: nil, start: movement.date, judgement: DateJudgement(due: due.date),
                    reckoning: Reckoning(
                        startedBy: movement.update.id, steps: [.still(since: movement.date)] + due.steps),
                    // A movement after the closing opens no case: there is nobody to move it.
                    background: Background(lapsed: closed.map { _ in movement.date })))
        }
    }

    private func isRunning(_ choice: SpanChoice?, at date: LocalDate) -> Bool {
        choice.map { spans($0).contains { $0.runs(on: date) } } ?? false
    }
}
