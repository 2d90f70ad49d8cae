/// Everything that follows from a case's updates at one moment.
package struct Standing: Sendable {
    /// The requirements, by rule, then start, then ref.
    package var requirements: [Requirement] { reckoned.map(\.requirement) }
    /// The requirements, each with how it came about.
    package let reckoned: [(requirement: Requirement, reckoning: Reckoning)]
    /// What decisions that come near lack.
    package let lacking: [ChecklistFinding]
    /// Who holds the case.
    package let holder: Holder
    /// The update by which that caseworker took it over; nil when it was theirs from the beginning.
    package let takenOver: Update?
    /// What people have answered to notices about it, oldest first.
    package let answers: [Answer]
    /// How far the data of the source reach that it stands for, if it does.
    package let reach: Instant?
    /// The next instant at which more than a due time passing changes the requirements, without any new update.
    package let nextChange: Instant?
}

/// The requirements of a case: a pure function of its updates, the law, the calendar and the moment (spec §4).
///
/// The updates may come in any order and hold duplicates of one another's ids only with the same content.
package func standing(
    of caseID: CaseID, updates: [Update], under law: Law, on calendar: WorkCalendar, at moment: Instant
) -> Standing {
    let file = CaseFile(caseID, updates: updates, law: law, zone: calendar.zone, at: moment)
    return standing(of: file, under: law, on: calendar, at: moment)
}

/// The same, of a file made for this moment.
package func standing(of file: CaseFile, under law: Law, on calendar: WorkCalendar, at moment: Instant) -> Standing {
    var reckoner = Reckoner(file: file, law: law, calendar: calendar, moment: moment)
    let namespace = law.namespace(of: file.caseID)
    for (versions, starts) in law.ordered where file.holds(anyOf: starts) {
        guard let rule = versions.first, rule.namespace == namespace else { continue }
        reckoner.reckon(versions)
    }
    let lacking = namespace == nil ? reckoner.checklistFindings() : []
    return Standing(
        reckoned: reckoner.found, lacking: lacking, holder: file.holder, takenOver: file.takenOver,
        answers: file.answers(under: law), reach: file.reach(under: law), nextChange: reckoner.nextChange)
}

/// The work of reckoning one case; each form of rule has an extension of its own.
struct Reckoner {
    let file: CaseFile
    let law: Law
    let calendar: WorkCalendar
    let moment: Instant
    private(set) var found: [(requirement: Requirement, reckoning: Reckoning)] = []
    private(set) var nextChange: Instant?
    /// The rows of the rule that is being reckoned, and what shares their keys.
    private var rows: [(first: Row, others: [Row])] = []
    private var positions: [RequirementKey: Int] = [:]
    /// The local date at the moment of reckoning.
    let currentDate: LocalDate
    /// When the case was closed, where nobody works on it any more.
    let closed: LocalDate?

    init(file: CaseFile, law: Law, calendar: WorkCalendar, moment: Instant) {
        self.file = file
        self.law = law
        self.calendar = calendar
        self.moment = moment
        currentDate = calendar.zone.date(of: moment)
        nextChange = file.nextUpdate
        closed = file.isOpen(under: law) ? nil : file.closings.last?.date
    }

    /// Adds the requirements of one rule, whose versions share its id.
    mutating func reckon(_ versions: [Rule]) {
        let first = found.count
        reckonDeadlines(versions)
        reckonRepetitions(versions)
        reckonCounts(versions)
        reckonPrerequisites(versions)
        reckonFields(versions)
        reckonConflicts(versions)
        reckonStillness(versions)
        for (row, others) in rows {
            var row = row.joined(with: others, in: calendar.zone)
            if row.requirement.verdict == .open {
                row.requirement.background.closed = closed
                row.requirement.background.isSettled = isSettled(row.requirement)
            }
            found.append((row.requirement, row.reckoning))
        }
        rows.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
        found[first...].sort { left, right in
            let (left, right) = (left.requirement.key, right.requirement.key)
            return (left.start.order, left.ref?.rawValue ?? "") < (right.start.order, right.ref?.rawValue ?? "")
        }
    }

    /// Notes that the requirements change by themselves at `instant`.
    mutating func changes(at instant: Instant) {
        guard instant > moment else { return }
        nextChange = min(nextChange ?? instant, instant)
    }

    /// Adds a row, or what shares the key of one.
    mutating func add(_ row: Row) {
        let key = row.requirement.key
        if let position = positions[key] {
            rows[position].others.append(row)
        } else {
            positions[key] = rows.count
            rows.append((row, []))
        }
    }

    /// The first closing of the case on or after `date`.
    func closing(from date: LocalDate) -> CaseFile.Entry? {
        file.closings.first { $0.date >= date }
    }

    /// The spans that a rule speaks of.
    func spans(_ choice: SpanChoice) -> [Span] {
        law.spans[choice.span].map { file.spans($0, choice) } ?? []
    }

    /// The earlier of two ends, by local date.
    func earlier(_ left: CaseFile.Entry?, _ right: CaseFile.Entry?) -> CaseFile.Entry? {
        guard let left, let right else { return left ?? right }
        return right.date < left.date ? right : left
    }
}

extension Reckoner {
    /// A row of a date rule.
    func row(
        _ rule: Rule, ref: Reference?, start: LocalDate, judgement: DateJudgement, reckoning: Reckoning,
        planned: Bool = false, paused: Bool = false, progress: Int = 0, background: Background = Background(),
        allMustBeMet: Bool = false
    ) -> Row {
        let missingFrom = judgement.missingFrom(in: calendar.zone)
        let requirement = Requirement(
            key: RequirementKey(caseID: file.caseID, ref: ref, rule: rule.id, start: .date(start)),
            law: rule.law, grundlag: rule.grundlag, ladder: rule.ladder, due: .date(judgement.due),
            verdict: judgement.verdict, missingFrom: missingFrom, certainFrom: missingFrom, verdictUncertain: false,
            atOnce: judgement.atOnce, planned: planned, paused: paused, progress: progress,
            background: background)
        return Row(
            requirement: requirement, reckoning: reckoning, judgement: judgement, allMustBeMet: allMustBeMet)
    }
}

extension Moment {
    /// A number that sorts dates among dates and instants among instants.
    var order: Int64 {
        switch self {
        case .date(let date): Int64(date.daysSinceEpoch)
        case .instant(let instant): instant.milliseconds
        }
    }
}
