import Deadlines
import Figures

/// What a caseworker's list says.
struct CaseListSentences {
    let list: CaseList
    let wording: Wording

    private var words: Words { wording.words }

    private func say(_ name: String, _ values: [String: String?]) -> String { words.form("case_list.\(name)", values) }

    /// Everything that the templates name.
    var values: [String: Any] {
        var values: [String: Any] = [
            "title": say("title", ["person": list.caseworker.rawValue]),
            "written": words.form("digest.written", ["at": words.instant(list.moment, in: wording.zone)]),
            "registered": words.form("digest.registered", [:]), "cases": list.cases.map(entry),
        ]
        values["reach"] = words.reach(list.reach, in: wording.zone)
        if list.cases.isEmpty {
            values["none"] = say("none", ["person": list.caseworker.rawValue])
        } else {
            values["summary"] = say(
                "summary",
                [
                    "count": String(list.openCases), "one": list.openCases == 1 ? "1" : nil,
                    "most": list.most.map(String.init), "overdue": String(list.overdue),
                    "one_overdue": list.overdue == 1 ? "1" : nil,
                    "closed": list.closedCases == 0 ? nil : String(list.closedCases),
                    "one_closed": list.closedCases == 1 ? "1" : nil,
                    "overdue_closed": String(list.overdueInClosed),
                ])
        }
        return values
    }

    private func entry(_ entry: CaseList.Entry) -> [String: Any] {
        let event = wording.law.vocabulary[entry.last.event]?.title ?? entry.last.event.rawValue
        var values: [String: Any] = [
            "case": entry.caseID.rawValue,
            "last": say(
                "last", ["event": event, "day": words.shortDate(entry.last.at.date(in: wording.zone))]),
        ]
        values["team"] = entry.team.map(wording.name(of:))
        if !entry.isOpen { values["closed"] = "1" }
        let soon = entry.open.filter { !isFarAhead($0) }
        let later = entry.open.count - soon.count
        if entry.open.isEmpty { values["nothing"] = say("nothing", [:]) }
        if !soon.isEmpty { values["table"] = ["open": items(soon)] }
        if later > 0 {
            values["later"] = say(
                "later",
                ["count": String(later), "one": later == 1 ? "1" : nil, "some": soon.isEmpty ? nil : "1"])
        }
        return values
    }

    /// Whether it is due in more than a year: nothing to talk about yet.
    private func isFarAhead(_ item: DigestItem) -> Bool { item.daysOver < -366 }

    private func items(_ items: [DigestItem]) -> [[String: String]] {
        let states = items.map(state)
        let widest = states.map(\.count).max() ?? 0
        return zip(items, states).map { item, state in
            let requirement = item.requirement
            let title = wording.law.title(
                of: requirement.key.rule, on: requirement.key.start.date(in: wording.zone))
            var row = [
                "state": state, "space": String(repeating: " ", count: widest - state.count), "title": title,
                "law": requirement.law.keptTogether, "due": wording.numeric(requirement.due),
            ]
            row["grundlag"] = words.grundlag(requirement.grundlag, beside: requirement.law)
            row["ref"] = requirement.key.ref?.rawValue
            row["mark"] = isAhead(requirement) ? words.name("status", Status.pending.rawValue) : state
            if requirement.isOverdue(at: list.moment) { row["over"] = "1" }
            return row
        }
    }

    private func isAhead(_ requirement: Requirement) -> Bool {
        !requirement.isUncertain(at: list.moment) && !requirement.isOverdue(at: list.moment) && !requirement.paused
    }

    private func state(_ item: DigestItem) -> String {
        let requirement = item.requirement
        if requirement.isUncertain(at: list.moment) { return say("uncertain", [:]) }
        if requirement.isOverdue(at: list.moment) {
            let days = item.daysOver
            return say(
                "over",
                ["count": String(days), "one": days == 1 ? "1" : nil, "zero": days == 0 ? "1" : nil])
        }
        if requirement.paused { return say("paused", [:]) }
        return say("ahead", ["day": wording.numeric(requirement.due)])
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
        .object([
            ("case", .text(entry.caseID.rawValue)), ("team", .optional(entry.team?.rawValue)),
            ("open_case", .flag(entry.isOpen)),
            ("last_event", .text(entry.last.event.rawValue)), ("last_at", .text(entry.last.at.text(in: wording.zone))),
            (
                "open",
                .list(
                    entry.open.map { item in
                        .object(
                            item.members(in: wording.zone) + [
                                ("status", .text(item.requirement.status(at: list.moment).rawValue)),
                                ("uncertain", .flag(item.requirement.isUncertain(at: list.moment))),
                            ])
                    })
            ),
        ])
    }
}
