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
        starts = starts.filter {
            $0.rule.inForce.contains($0.entry.date) && isRunning($0.form.whileRunning, at: $0.entry.date)
        }
        let groups = Dictionary(grouping: starts) { $0.entry.update.ref }
        return groups.map { ($0.key, $0.value.sorted { $0.entry.earliest < $1.entry.earliest }) }
    }

    private func isRunning(_ id: SpanID?, at date: LocalDate) -> Bool {
        guard let id else { return true }
        return law.spans[id].map { file.spans($0).contains { $0.runs(on: date) } } ?? false
    }

    private mutating func addDeadline(_ start: FoundStart, ref: Reference?) -> Closing {
        if case .limit(let limit, _, _) = start.form.due.base, limit.unit == .hours {
            return addClockDeadline(start, limit, ref: ref)
        }
        return addDateDeadline(start, ref: ref)
    }

    private mutating func addDateDeadline(_ start: FoundStart, ref: Reference?) -> Closing {
        let date = start.entry.date
        let question = Question(
            ref: ref, start: date, lastDay: start.span?.lastDay, decisions: startKinds(start.form))
        let met = first(start.form.met, for: question)
        let ended = earlier(start.span?.ending, closing(from: date))
        let closing = Closing.day([met?.date, ended?.date].compactMap(\.self).min())
        guard var due = dueDate(start.form.due, from: start.entry, in: start.span) else { return closing }
        let paused = start.form.mayPause && move(&due, byPausesOf: start.rule.id, ref: ref, from: date, until: met)
        guard !file.isChildUnder(start.form.notUnderAge, on: due.date) else { return closing }
        let excuse = start.form.excused.flatMap { first($0, for: question) }.flatMap { $0.date <= due.date ? $0 : nil }
        add(
            requirement(
                start.rule, ref: ref, start: date,
                judgement: DateJudgement(
                    due: due.date, met: met?.date, excused: excuse != nil, ended: ended?.date, atOnce: due.atOnce),
                paused: paused,
                background: Background(
                    isCutShort: due.atOnce, excuse: excuse.flatMap { code(of: $0, start.form.excused) })),
            Reckoning(
                startedBy: start.entry.update.id, steps: due.steps, metBy: met?.update.id,
                excusedBy: excuse?.update.id, endedBy: ended?.update.id))
        return closing
    }

    /// The code by which an excuse says why; what the rule asks of it is no reason.
    private func code(of excuse: CaseFile.Entry, _ proof: Proof?) -> String? {
        guard let kind = law.vocabulary[excuse.update.event] else { return nil }
        let asked = Set((proof?.patterns ?? []).flatMap(\.conditions).map(\.field))
        return kind.codeFields.first { !asked.contains($0) }.flatMap { excuse.update.data[$0]?.asWord }
    }

    private func startKinds(_ form: DeadlineForm) -> Set<EventKind> {
        if case .events(let patterns, _) = form.start { patterns.kinds } else { [] }
    }

    private mutating func addClockDeadline(_ start: FoundStart, _ limit: TimeLimit, ref: Reference?) -> Closing {
        let judgement = ClockJudgement(
            limit: limit.count, start: start.entry,
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
                steps: [.limit(from: from, limit, startCounts: false, to: .instant(outcome.due))],
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
