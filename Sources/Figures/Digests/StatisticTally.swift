import Deadlines

/// What one statistic comes to in one period, case by case.
struct StatisticTally {
    /// Days waited, by what was waited for.
    private(set) var waits: [String: [Int]] = [:]
    /// How often it happened, and what is set beside it.
    private(set) var count = 0
    private(set) var rivals = 0
    /// How often, by a field.
    private(set) var sorts: [String: Int] = [:]
    /// Days until something was registered.
    private(set) var delays: [Int] = []
    /// Of each team, the part and the whole.
    private(set) var shares: [TeamID?: Ratio] = [:]
    /// How many wait still, and the longest of them.
    private(set) var stillWaiting = 0
    private(set) var longestStill: StatisticFigures.StillWaiting?

    /// Counts what lies in `period` in a case.
    mutating func count(_ form: Statistic.Form, in glance: CaseGlance, _ view: DigestView, _ period: Period) {
        let (file, law) = (glance.file, view.law)
        switch form {
        case .count(let occurrence, let rival, let by):
            count += StatisticTally.number(of: occurrence, in: file, law, period)
            if let rival { rivals += StatisticTally.number(of: rival.occurrence, in: file, law, period) }
            guard let by, case .events(let patterns) = occurrence else { return }
            for entry in file.entries(patterns) where period.contains(entry.date) {
                if let sort = entry.update.data[by]?.asWord { sorts[sort, default: 0] += 1 }
            }
        case .delay(let patterns, _): count(delaysOf: patterns, in: glance, view, period)
        case .waiting(let from, let to, let span, let by):
            let running = span.flatMap { law.spans[$0] }.map { file.spans($0) } ?? []
            count(from: file.entries(from), to: file.entries(to), running, by: by, in: file, period, today: view.today)
        case .share(let part, let whole):
            func number(_ patterns: [EventPattern]) -> Int { file.entries(patterns).count { period.contains($0.date) } }
            let all = number(whole)
            guard all > 0 else { return }
            shares[glance.team, default: Ratio()].add(part: number(part), of: all)
        }
    }

    /// What was received in the period and happened since updates began to come in: what is older was taken over, not late.
    private mutating func count(
        delaysOf patterns: [EventPattern], in glance: CaseGlance, _ view: DigestView, _ period: Period
    ) {
        let zone = view.calendar.zone
        guard let first = view.known.map({ zone.date(of: $0) }) else { return }
        let received = glance.updates.filter { period.contains(zone.date(of: $0.received)) }
        guard !received.isEmpty else { return }
        let days = Dictionary(received.map { ($0.update.id, zone.date(of: $0.received)) }, uniquingKeysWith: min)
        for entry in glance.file.entries(patterns) where entry.date >= first {
            if let day = days[entry.update.id] { delays.append(max(0, entry.date.days(until: day))) }
        }
    }

    private static func number(
        of occurrence: Statistic.Occurrence, in file: CaseFile, _ law: Law, _ period: Period
    ) -> Int {
        switch occurrence {
        case .events(let patterns): file.entries(patterns).count { period.contains($0.date) }
        case .span(let id):
            law.spans[id].map { file.spans($0).count { period.contains($0.start.date) } } ?? 0
        }
    }

    private mutating func count(
        from starts: [CaseFile.Entry], to ends: [CaseFile.Entry], _ running: [Span], by field: FieldName?,
        in file: CaseFile, _ period: Period, today: LocalDate
    ) {
        for start in starts {
            let end = ends.first { $0.date >= start.date }
            if running.contains(where: { file.isUnderWay($0, at: start) }) {
                // It may be about what runs already; about what began later only if no other start came in between.
                let next = starts.first { $0.date > start.date }
                guard let end, next.map({ end.date < $0.date }) ?? true else { continue }
            }
            if let end {
                guard period.contains(end.date) else { continue }
                let sort = field.flatMap { end.update.data[$0]?.asWord } ?? ""
                waits[sort, default: []].append(start.date.days(until: end.date))
            } else if !file.closings.contains(where: { $0.date >= start.date }) {
                countStill(StatisticFigures.StillWaiting(days: start.date.days(until: today), caseID: file.caseID))
            }
        }
    }

    private mutating func countStill(_ wait: StatisticFigures.StillWaiting) {
        stillWaiting += 1
        if longestStill.map({ wait.outlasts($0) }) ?? true { longestStill = wait }
    }
}

extension CaseFile {
    /// Whether a span began before the day of `entry` and ran on then, in a case not closed meanwhile.
    fileprivate func isUnderWay(_ span: Span, at entry: Entry) -> Bool {
        span.start.date < entry.date && span.runs(on: entry.date)
            && !closings.contains { $0.date >= span.start.date && $0.date < entry.date }
    }
}

/// So many of so many.
package struct Ratio: Hashable, Sendable {
    /// How many.
    package private(set) var part = 0
    /// Of how many.
    package private(set) var whole = 0

    /// `part` of `whole`.
    package init(_ part: Int = 0, of whole: Int = 0) {
        self.part = part
        self.whole = whole
    }

    mutating func add(part: Int, of whole: Int) {
        self.part += part
        self.whole += whole
    }

    /// The part in percent; nil where there is no whole.
    package var percent: Double? { whole == 0 ? nil : 100 * Double(part) / Double(whole) }
}
