/// Why a rule asks for nothing in a case.
package enum Absence: Hashable, Sendable {
    /// The rule is about other cases than this one: children's, or those of a namespace.
    case otherCases(namespace: String?)
    /// Nothing that could start it is registered.
    case noStart([EventKind])
    /// This could have started it, but no version of the rule was in force then.
    case notInForce(UpdateID, on: LocalDate)
    /// This could have started it, but its data say otherwise.
    case otherData(UpdateID, [FieldName])
    /// This started nothing: the span that must run did not, the child was too young, or something is not known.
    case exempt(UpdateID, Exemption)

    /// Why a start that fits starts nothing.
    package enum Exemption: Hashable, Sendable {
        /// No such span ran on its day.
        case notRunning(SpanID)
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
    let candidates = file.entries(ofKinds: kinds)
    guard !candidates.isEmpty else { return [.noStart(kinds.sorted())] }
    return candidates.map { entry in
        let date = versions.compactMap { $0.form.plannedDate(entry.update) }.first ?? entry.date
        guard let version = versions.first(where: { $0.inForce.contains(date) }) else {
            return .notInForce(entry.update.id, on: date)
        }
        let patterns = version.form.startPatterns(law.spans).filter { $0.event == entry.update.event }
        if !patterns.match(entry.update) {
            let fields = patterns.flatMap { $0.conditions.filter { !$0.holds(for: entry.update) }.map(\.field) }
            return .otherData(entry.update.id, Array(Set(fields)).sorted())
        }
        return .exempt(entry.update.id, exemption(from: version.form, entry, on: date, file, law, calendar))
    }
}

private func exemption(
    from form: Form, _ entry: CaseFile.Entry, on date: LocalDate, _ file: CaseFile, _ law: Law,
    _ calendar: WorkCalendar
) -> Absence.Exemption {
    var due = date
    if case .deadline(let deadline) = form {
        if let span = deadline.whileRunning, let declaration = law.spans[span],
            !file.spans(declaration).contains(where: { $0.runs(on: entry.date) })
        {
            return .notRunning(span)
        }
        switch deadline.due.base {
        case .childDate(let field, _): if file.childDate(field) == nil { return .unknownDate(field) }
        case .limit(let limit, let startCounts, _): due = calendar.date(date, plus: limit, startCounts: startCounts)
        case .field: break
        }
    }
    // A limit may have been cut short; the child was no older then.
    if file.isChildUnder(form.notUnderAge, on: due) || file.isChildUnder(form.notUnderAge, on: date) {
        return .underAge(form.notUnderAge)
    }
    return form.plannedDate(entry.update) == nil ? .elsewhere : .planOver
}

extension Form {
    /// The date that an update plans a decision for; nil when it plans none.
    fileprivate func plannedDate(_ update: Update) -> LocalDate? {
        guard case .prerequisite(let form) = self, let field = form.plannedField,
            form.planned.kinds.contains(update.event)
        else { return nil }
        return update.data[field]?.asDate
    }

    fileprivate var notUnderAge: Int {
        switch self {
        case .deadline(let form): form.notUnderAge
        case .prerequisite(let form): form.notUnderAge
        case .requiredField(_, _, let age): age
        case .repetition, .count, .conflict: 0
        }
    }
}
