/// Rules in which something starts a limit and something must happen within it.
extension Reckoner {
    mutating func reckonDeadlines(_ versions: [Rule]) {
        for (ref, starts) in starts(of: versions) {
            var open: Closing?
            for start in starts {
                if !start.each, let open, open.absorbs(start.entry) { continue }
                open = addDeadline(start, ref: ref)
            }
        }
    }

    /// A start, with the version of the rule it falls under.
    private struct FoundStart {
        let rule: Rule
        let form: DeadlineForm
        let entry: CaseFile.Entry
        /// Whether it stands for itself, however many there are.
        let each: Bool
        /// The span that begins with it, where the rule speaks of one.
        let span: Span?
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

    /// The starts by `ref`, in time, over all versions of the rule.
    private func starts(of versions: [Rule]) -> [(ref: Reference?, starts: [FoundStart])] {
        var starts: [FoundStart] = []
        for rule in versions {
            guard case .deadline(let form) = rule.form else { continue }
            switch form.start {
            case .events(let patterns, let each):
                starts += file.entries(patterns).map {
                    FoundStart(rule: rule, form: form, entry: $0, each: each, span: nil)
                }
            case .span(let id, let conditions):
                guard let declaration = law.spans[id] else { continue }
                starts += file.spans(declaration, where: conditions).map {
                    FoundStart(rule: rule, form: form, entry: $0.start, each: true, span: $0)
                }
            }
        }
        starts = starts.filter { $0.rule.inForce.contains($0.entry.date) }
        let groups = Dictionary(grouping: starts) { $0.entry.update.ref }
        return groups.map { ($0.key, $0.value.sorted { $0.entry.earliest < $1.entry.earliest }) }
    }

    private mutating func addDeadline(_ start: FoundStart, ref: Reference?) -> Closing {
        if case .hours(let hours) = start.form.due.limit { return addClockDeadline(start, hours: hours, ref: ref) }
        return addDateDeadline(start, ref: ref)
    }

    private mutating func addDateDeadline(_ start: FoundStart, ref: Reference?) -> Closing {
        let date = start.entry.date
        let (due, steps) = dueDate(start.form.due, from: date)
        let question = Question(
            ref: ref, start: date, lastDay: start.span?.end?.date, decisions: startKinds(start.form))
        let met = first(start.form.met, for: question)
        let excuse = start.form.excused.flatMap { first($0, for: question) }.flatMap { $0.date <= due ? $0 : nil }
        let ended = earlier(start.span?.end, closing(from: date))
        let closing = Closing.day([met?.date, ended?.date].compactMap(\.self).min())
        guard !file.isChildUnder(start.form.notUnderAge, on: due) else { return closing }
        let judgement = DateJudgement(
            due: due, met: met?.date, excused: excuse != nil, ended: ended?.date)
        add(
            requirement(
                start.rule, ref: ref, start: date, judgement: judgement),
            Reckoning(
                startedBy: start.entry.update.id, steps: steps, metBy: met?.update.id,
                excusedBy: excuse?.update.id, endedBy: ended?.update.id))
        return closing
    }

    private func dueDate(_ sum: DueSum, from start: LocalDate) -> (LocalDate, [Reckoning.Step]) {
        let limit = calendar.date(start, plus: sum.limit, startCounts: sum.startCounts)
        var steps: [Reckoning.Step] = [
            .limit(from: .date(start), sum.limit, startCounts: sum.startCounts, to: .date(limit))
        ]
        let sooner = sum.orEndOfRunning.compactMap { law.spans[$0] }.flatMap { declaration in
            file.spans(declaration).filter { $0.runs(on: start) }.compactMap { span in
                span.end.map { (span: declaration.id, end: $0) }
            }
        }.min { $0.end.date < $1.end.date }
        guard let sooner, sooner.end.date < limit else { return (limit, steps) }
        steps.append(.endOfSpan(sooner.span, by: sooner.end.update.id, on: sooner.end.date))
        return (sooner.end.date, steps)
    }

    private func startKinds(_ form: DeadlineForm) -> Set<EventKind> {
        if case .events(let patterns, _) = form.start { patterns.kinds } else { [] }
    }

    private mutating func addClockDeadline(_ start: FoundStart, hours: Int, ref: Reference?) -> Closing {
        let judgement = ClockJudgement(
            limit: hours, start: start.entry,
            met: candidates(start.form.met, start.entry, ref),
            excused: start.form.excused.map { candidates($0, start.entry, ref) } ?? [],
            ended: (file.closings + [start.span?.end].compactMap(\.self)).filter { counts($0, from: start.entry) })
        let outcome = judgement.outcome()
        let from = Moment.instant(start.entry.earliest)
        add(
            Requirement(
                key: RequirementKey(caseID: file.caseID, ref: ref, rule: start.rule.id, start: from),
                law: start.rule.law, grundlag: start.rule.grundlag, ladder: start.rule.ladder,
                due: .instant(outcome.due), verdict: outcome.verdict, missingFrom: outcome.due,
                certainFrom: outcome.latestDue, verdictUncertain: outcome.uncertain, atOnce: false, planned: false),
            Reckoning(
                startedBy: start.entry.update.id,
                steps: [.limit(from: from, .hours(hours), startCounts: false, to: .instant(outcome.due))],
                metBy: outcome.metBy, excusedBy: outcome.excusedBy, endedBy: outcome.endedBy))
        return .instant(outcome.closed)
    }

    private func candidates(_ proof: Proof, _ start: CaseFile.Entry, _ ref: Reference?) -> [CaseFile.Entry] {
        file.entries(proof.patterns).filter { belongTogether($0.update.ref, ref) && counts($0, from: start) }
    }

    /// Whether `entry` is not before the start, nor of an earlier date.
    private func counts(_ entry: CaseFile.Entry, from start: CaseFile.Entry) -> Bool {
        entry.latest >= start.earliest && entry.date >= start.date
    }
}
