import Deadlines
import Figures

/// What a caseworker's list says.
struct CaseListSentences {
    let list: CaseList
    let wording: Wording

    typealias Section = Filling<CaseListTemplate.Gaps>

    private var words: Words { wording.words }

    private func say(_ word: CaseListWord, _ filling: Filling<CaseListWord.Gaps> = [:]) -> String {
        words.say(word, filling)
    }

    /// Everything that the templates name.
    var filling: Section {
        let person = list.caseworker.rawValue
        return [
            .title: say(.title, [.person: person]),
            .written: words.say(DigestWord.written, [.at: words.instant(list.moment, in: wording.zone)]),
            .registered: words.say(DigestWord.registered), .cases: list.cases.map(entry),
            .reach: words.reach(list.reach, in: wording.zone),
            .none: list.cases.isEmpty ? say(.none, [.person: person]) : nil,
            .summary: list.cases.isEmpty ? nil : summary, .overview: Filling<OverviewWord>(words),
            .column: Filling<Column>(words),
        ]
    }

    private var summary: String {
        say(
            .summary,
            [
                .count: String(list.openCases), .one: list.openCases == 1, .most: list.most.map(String.init),
                .overdue: String(list.overdue), .oneOverdue: list.overdue == 1,
                .closed: list.closedCases == 0 ? nil : String(list.closedCases), .oneClosed: list.closedCases == 1,
                .overdueClosed: String(list.overdueInClosed),
            ])
    }

    private func entry(_ entry: CaseList.Entry) -> Section {
        let soon = entry.open.filter { !isFarAhead($0) }
        let later = entry.open.count - soon.count
        let day = words.shortDate(entry.last.at.date(in: wording.zone))
        return [
            .case: entry.caseID.rawValue, .team: entry.team.map(wording.name(of:)), .closed: !entry.isOpen,
            .last: say(.last, [.event: wording.title(of: entry.last.event), .day: day]),
            .nothing: entry.open.isEmpty ? say(.nothing) : nil,
            .table: soon.isEmpty ? nil : [.open: items(soon)] as Section,
            .later: later == 0
                ? nil : say(.later, [.count: String(later), .one: later == 1, .some: !soon.isEmpty]),
        ]
    }

    /// Whether it is due in more than a year: nothing to talk about yet.
    private func isFarAhead(_ item: DigestItem) -> Bool { item.daysOver < -366 }

    private func items(_ items: [DigestItem]) -> [Section] {
        let states = items.map(state)
        let widest = states.map(\.count).max() ?? 0
        return zip(items, states).map { item, state in
            let requirement = item.requirement
            let key = requirement.key
            return [
                .state: state, .space: String(repeating: " ", count: widest - state.count),
                .title: words.quoted(wording.law.title(of: key.rule, on: key.start.date(in: wording.zone))),
                .law: wording.cited(requirement.law, of: key).keptTogether, .due: wording.numeric(requirement.due),
                .grundlag: words.grundlag(requirement.grundlag, beside: requirement.law), .ref: key.ref?.rawValue,
                .mark: isAhead(requirement) ? words.say(Status.pending) : state,
                .over: requirement.isOverdue(at: list.moment),
            ]
        }
    }

    private func isAhead(_ requirement: Requirement) -> Bool {
        !requirement.isUncertain(at: list.moment) && !requirement.isOverdue(at: list.moment) && !requirement.paused
    }

    private func state(_ item: DigestItem) -> String {
        let requirement = item.requirement
        if requirement.isUncertain(at: list.moment) { return say(.uncertain) }
        if requirement.isOverdue(at: list.moment) {
            let days = item.daysOver
            return say(.over, [.count: String(days), .one: days == 1, .zero: days == 0])
        }
        if requirement.paused { return say(.paused) }
        return say(.ahead, [.day: wording.numeric(requirement.due)])
    }

    /// The list for programs.
    var json: JSON {
        .object([
            ("recipient", .text(list.caseworker.rawValue)), ("written", .text(wording.zone.text(of: list.moment))),
            ("reach", list.reach.json(in: wording.zone)),
            ("most_cases", list.most.map(JSON.number) ?? .null), ("overdue", .number(list.overdue)),
            ("cases", .list(list.cases.map(json))),
        ])
    }

    private func json(_ entry: CaseList.Entry) -> JSON {
        let open = entry.open.map { item in
            JSON.object(
                item.members(in: wording.zone) + [
                    ("status", .text(item.requirement.status(at: list.moment).rawValue)),
                    ("uncertain", .flag(item.requirement.isUncertain(at: list.moment))),
                ])
        }
        return .object([
            ("case", .text(entry.caseID.rawValue)), ("team", .optional(entry.team?.rawValue)),
            ("open_case", .flag(entry.isOpen)), ("last_event", .text(entry.last.event.rawValue)),
            ("last_at", .text(entry.last.at.text(in: wording.zone))), ("open", .list(open)),
        ])
    }
}
