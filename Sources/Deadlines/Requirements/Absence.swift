/// Why a rule asks for nothing in a case.
package enum Absence: Hashable, Sendable {
    /// The rule is about other cases than this one: children's, or those of a namespace.
    case otherCases(namespace: String?)
    /// Nothing that could start it is registered.
    case noStart([EventKind])
    /// This could have started it, but no version of the rule was in force then.
    case notInForce(UpdateID, on: LocalDate)
    /// This could have started it, but its data say otherwise.
    case otherData(UpdateID, [Mismatch])
    /// This started nothing: the span that must run did not, the child was too young, or something is not known.
    case exempt(UpdateID, Exemption)

    /// A condition that does not hold.
    package struct Mismatch: Hashable, Sendable {
        /// What was to hold.
        package let condition: Condition
        /// What is registered instead; nil where the field is not given.
        package let said: FieldValue?
        /// The span that it would have been the start of, where that asks for it and not the rule.
        package let span: SpanID?
    }

    /// Why a start that fits starts nothing.
    package enum Exemption: Hashable, Sendable {
        /// No such span ran on its day.
        case notRunning(SpanID)
        /// Only such a span ran on its day as the rule does not count.
        case notCounted(SpanID, [Mismatch])
        /// Such a span, begun before, ran on its day.
        case running(SpanID)
        /// It starts on this day, which has not come.
        case notYet(LocalDate)
        /// Something later in the case counts instead, or the case was closed.
        case overtaken
        /// The child was under this age, in years.
        case underAge(Int)
        /// The date is not known.
        case unknownDate(FieldName)
        /// The date it planned has passed, or a decision or another plan has taken its place.
        case planOver
        /// The years counted lie under another version, or it happened inside no span that it could be about.
        case elsewhere
    }
}

/// Why `rule` asks for nothing in the case at `moment`, for each update that could have started it; empty where there is
/// no such rule.
package func absences(
    of rule: RuleID, in caseID: CaseID, updates: [Update], under law: Law, on calendar: WorkCalendar, at moment: Instant
) -> [Absence] {
    guard let versions = law.rules[rule], let first = versions.first else { return [] }
    guard first.namespace == law.namespace(of: caseID) else { return [.otherCases(namespace: first.namespace)] }
    let file = CaseFile(caseID, updates: updates, law: law, zone: calendar.zone, at: moment)
    let kinds = Set(versions.flatMap { $0.form.startPatterns(law.spans).kinds })
    var candidates = file.entries(ofKinds: kinds)
    if case .stillness = first.form { candidates = candidates.suffix(1) }
    guard !candidates.isEmpty else { return [.noStart(kinds.sorted())] }
    return candidates.map { entry in
        let date =
            versions.compactMap {
                $0.form.plannedDate(entry.update) ?? $0.form.laterStart(than: entry.date, file, calendar)
            }
            .first ?? entry.date
        guard let version = versions.first(where: { $0.inForce.contains(date) }) else {
            return .notInForce(entry.update.id, on: date)
        }
        let patterns = version.form.startPatterns(law.spans).filter { $0.event == entry.update.event }
        if !patterns.match(entry.update) {
            return .otherData(entry.update.id, mismatches(of: entry.update, patterns, law.spans))
        }
        return .exempt(entry.update.id, exemption(from: version.form, entry, on: date, file, law, calendar))
    }
}

/// The conditions of the patterns that do not hold, each once; what the start of a span must be comes before what a rule asks for.
private func mismatches(
    of update: Update, _ patterns: [EventPattern], _ spans: [SpanID: SpanDeclaration]
) -> [Absence.Mismatch] {
    var found: [Absence.Mismatch] = []
    for condition in patterns.flatMap(\.conditions) where !condition.holds(for: update) {
        let span = spans.values.filter { $0.start.contains { $0.conditions.contains(condition) } }.map(\.id).min()
        let mismatch = Absence.Mismatch(condition: condition, said: update.data[condition.field], span: span)
        if !found.contains(mismatch) { found.append(mismatch) }
    }
    return found.filter { $0.span != nil } + found.filter { $0.span == nil }
}

private func exemption(
    from form: Form, _ entry: CaseFile.Entry, on date: LocalDate, _ file: CaseFile, _ law: Law,
    _ calendar: WorkCalendar
) -> Absence.Exemption {
    switch form {
    case .stillness(let form):
        let running = form.unlessRunning.flatMap { isRunning($0, on: calendar.zone.date(of: file.moment), file, law) }
        return running.map { .running($0) } ?? .overtaken
    case .requiredField(let form):
        if let inside = form.inside, !file.isChildUnder(form.notUnderAge, on: date) {
            return notRunning(inside, on: date, file, law)
        }
    case .deadline(let form):
        if let exemption = exemption(from: form, entry, file, law, calendar) { return exemption }
    case .repetition(let form):
        if let field = form.nextField, form.interval == nil, entry.update.data[field] == nil {
            return .unknownDate(field)
        }
    case .count, .prerequisite, .conflict: break
    }
    var due = date
    if case .deadline(let deadline) = form, case .limit(let limit, let startCounts, _) = deadline.due.base {
        due = calendar.date(date, plus: limit, startCounts: startCounts)
    }
    // A limit may have been cut short; the child was no older then.
    if file.isChildUnder(form.notUnderAge, on: due) || file.isChildUnder(form.notUnderAge, on: date) {
        return .underAge(form.notUnderAge)
    }
    return form.plannedDate(entry.update) == nil ? .elsewhere : .planOver
}

private func exemption(
    from form: DeadlineForm, _ entry: CaseFile.Entry, _ file: CaseFile, _ law: Law, _ calendar: WorkCalendar
) -> Absence.Exemption? {
    if let choice = form.whileRunning, isRunning(choice, on: entry.date, file, law) == nil {
        return notRunning(choice, on: entry.date, file, law)
    }
    if let choice = form.unlessRunning, isRunning(choice, on: entry.date, file, law) != nil {
        return .running(choice.span)
    }
    if case .childDate(let childDate) = form.due.base, file.childDate(childDate.field) == nil {
        return .unknownDate(childDate.field)
    }
    guard case .span(_, let childDate?) = form.start else { return nil }
    guard let date = file.childDate(childDate.field) else { return .unknownDate(childDate.field) }
    let day = calendar.date(date, plus: childDate.before.reversed)
    return day > calendar.zone.date(of: file.moment) ? .notYet(day) : nil
}

/// No span runs that the rule counts; perhaps one that it does not.
private func notRunning(_ choice: SpanChoice, on date: LocalDate, _ file: CaseFile, _ law: Law) -> Absence.Exemption {
    let other = law.spans[choice.span].flatMap { declaration in
        file.spans(declaration, SpanChoice(choice.span)).last { $0.runs(on: date) }
    }
    guard let start = other?.start.update else { return .notRunning(choice.span) }
    let mismatches = choice.conditions.filter { !$0.holds(for: start) }.map {
        Absence.Mismatch(condition: $0, said: start.data[$0.field], span: nil)
    }
    return mismatches.isEmpty ? .notRunning(choice.span) : .notCounted(choice.span, mismatches)
}

/// The span's name where one runs on `date`.
private func isRunning(_ choice: SpanChoice, on date: LocalDate, _ file: CaseFile, _ law: Law) -> SpanID? {
    guard let declaration = law.spans[choice.span] else { return nil }
    return file.spans(declaration, choice).contains { $0.runs(on: date) } ? choice.span : nil
}

extension Form {
    /// The date that an update plans a decision for; nil when it plans none.
    fileprivate func plannedDate(_ update: Update) -> LocalDate? {
        guard case .prerequisite(let form) = self, let field = form.plannedField,
            form.planned.kinds.contains(update.event)
        else { return nil }
        return update.data[field]?.asDate
    }

    /// The day on which a start on `date` starts it, where that is later.
    fileprivate func laterStart(than date: LocalDate, _ file: CaseFile, _ calendar: WorkCalendar) -> LocalDate? {
        guard case .deadline(let form) = self, case .span(_, let childDate?) = form.start,
            let known = file.childDate(childDate.field)
        else { return nil }
        let day = calendar.date(known, plus: childDate.before.reversed)
        return day > date ? day : nil
    }

    fileprivate var notUnderAge: Int {
        switch self {
        case .deadline(let form): form.notUnderAge
        case .prerequisite(let form): form.notUnderAge
        case .requiredField(let form): form.notUnderAge
        case .repetition, .count, .conflict, .stillness: 0
        }
    }
}
