/// Rules in which something starts a limit and something must happen within it.
extension Reckoner {
    mutating func reckonDeadlines(_ versions: [Rule]) {
        for (ref, starts) in starts(of: versions) {
            var open: Closing?
            for start in starts {
                if !start.each, let open, open.absorbs(start.entry) { continue }
                // A start that the rule does not count is none.
                open = addDeadline(start, ref: ref) ?? open
            }
        }
    }

    /// A start, with the version of the rule it falls under.
    struct FoundStart {
        let rule: Rule
        let form: DeadlineForm
        let entry: CaseFile.Entry
        /// The day on which it starts.
        let date: LocalDate
        /// Why that is not the update's day.
        var reason: Reckoning.Step?
        /// Whether it stands for itself, however many there are.
        var each = true
        /// The span that begins with it, where the rule speaks of one.
        var span: Span?
    }

    /// Until when a requirement stays open, so that a further start of the same `ref` changes nothing.
    private enum Closing {
        /// That day included; nil is for ever.
        case day(LocalDate?)
        case instant(Instant?)

        func absorbs(_ entry: CaseFile.Entry) -> Bool {
            switch self {
            case .day(let day): day.map { entry.date <= $0 } ?? true
            case .instant(let instant): instant.map { entry.earliest < $0 } ?? true
            }
        }
    }

    private mutating func addDeadline(_ start: FoundStart, ref: Reference?) -> Closing? {
        if case .limit(let limit, _, _) = start.form.due.base, limit.unit == .hours {
            return addClockDeadline(start, limit, ref: ref)
        }
        return addDateDeadline(start, ref: ref)
    }

    private mutating func addDateDeadline(_ start: FoundStart, ref: Reference?) -> Closing? {
        let form = start.form
        let question = Question(
            ref: ref, start: start.date, startedBy: start.entry, span: start.span, decisions: form.start.kinds)
        let met = first(form.met, for: question)
        let closed = closing(from: start.date)
        let ended = [start.span?.ending, form.outlivesCase ? nil : closed, end(form.voidBy, from: start.date, ref)]
            .reduce(nil, earlier)
        guard var due = dueDate(form.due, from: start) else { return nil }
        let paused =
            form.mayPause && move(&due, byPausesOf: start.rule.id, ref: ref, from: start.date, met: met, ended: ended)
        guard !file.isChildUnder(form.notUnderAge, on: due.date) else { return nil }
        let excuse = form.excused.flatMap { first($0, for: question) }.flatMap { $0.date <= due.date ? $0 : nil }
        add(
            row(
                start.rule, ref: ref, start: start.date,
                judgement: DateJudgement(
                    due: due.date, met: met?.date, excused: excuse?.date, ended: ended?.date, atOnce: due.atOnce),
                reckoning: Reckoning(
                    startedBy: start.entry.update.id, steps: (start.reason.map { [$0] } ?? []) + due.steps,
                    metBy: met?.update.id, excusedBy: excuse?.update.id, endedBy: ended?.update.id),
                paused: paused,
                background: Background(
                    isCutShort: due.atOnce, excuse: excuse.flatMap { code(of: $0, form.excused) },
                    lapsed: earlier(ended, start.span?.end)?.date),
                allMustBeMet: form.allMustBeMet))
        return .day([met?.date, ended?.date, closed?.date].compactMap(\.self).min())
    }

    /// The first of these that belongs to a start and is dated on or after it.
    private func end(_ patterns: [EventPattern], from date: LocalDate, _ ref: Reference?) -> CaseFile.Entry? {
        patterns.isEmpty
            ? nil : file.entries(patterns).first { $0.date >= date && belongTogether($0.update.ref, ref) }
    }

    /// The code by which an excuse says why; what the rule asks of it is no reason.
    private func code(of excuse: CaseFile.Entry, _ proof: Proof?) -> String? {
        guard let kind = law.vocabulary[excuse.update.event] else { return nil }
        let asked = Set((proof?.patterns ?? []).flatMap(\.conditions).map(\.field))
        return kind.codeFields.first { !asked.contains($0) }.flatMap { excuse.update.data[$0]?.asWord }
    }

    private mutating func addClockDeadline(_ start: FoundStart, _ limit: TimeLimit, ref: Reference?) -> Closing {
        let ends = file.closings + [start.span?.end].compactMap(\.self) + belonging(start.form.voidBy, ref)
        let judgement = ClockJudgement(
            limit: limit.count, start: start.entry,
            met: candidates(start.form.met, start.entry, ref),
            excused: start.form.excused.map { candidates($0, start.entry, ref) } ?? [],
            ended: ends.filter { counts($0, from: start.entry) })
        let outcome = judgement.outcome()
        let from = Moment.instant(start.entry.earliest)
        add(
            Row(
                requirement: Requirement(
                    key: RequirementKey(caseID: file.caseID, ref: ref, rule: start.rule.id, start: from),
                    law: start.rule.law, grundlag: start.rule.grundlag, ladder: start.rule.ladder,
                    due: .instant(outcome.due), verdict: outcome.verdict, missingFrom: outcome.due,
                    certainFrom: outcome.latestDue, verdictUncertain: outcome.uncertain, atOnce: false, planned: false,
                    background: Background(lapsed: judgement.ended.map(\.date).min())),
                reckoning: Reckoning(
                    startedBy: start.entry.update.id,
                    steps: [.limit(from: from, limit, startCounts: false, to: .instant(outcome.due))],
                    metBy: outcome.metBy, excusedBy: outcome.excusedBy, endedBy: outcome.endedBy)))
        return .instant(outcome.closed)
    }

    private func belonging(_ patterns: [EventPattern], _ ref: Reference?) -> [CaseFile.Entry] {
        file.entries(patterns).filter { belongTogether($0.update.ref, ref) }
    }

    private func candidates(_ proof: Proof, _ start: CaseFile.Entry, _ ref: Reference?) -> [CaseFile.Entry] {
        belonging(proof.patterns, ref).filter { counts($0, from: start) }
    }

    /// Whether `entry` is not before the start, nor of an earlier date.
    private func counts(_ entry: CaseFile.Entry, from start: CaseFile.Entry) -> Bool {
        entry.latest >= start.earliest && entry.date >= start.date
    }
}
