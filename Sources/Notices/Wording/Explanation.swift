package import Deadlines
import Telling

/// Why a requirement is due when it is, and what met it.
package struct Explanation {
    /// The requirement.
    package let requirement: Requirement
    /// How it came about.
    package let reckoning: Reckoning
    /// The case's updates by id.
    package let updates: [UpdateID: Update]
    /// From when it is looked at.
    package let moment: Instant

    /// An explanation of these parts.
    package init(requirement: Requirement, reckoning: Reckoning, updates: [UpdateID: Update], moment: Instant) {
        self.requirement = requirement
        self.reckoning = reckoning
        self.updates = updates
        self.moment = moment
    }
}

extension Wording {
    /// The explanation for people.
    package func text(of explanation: Explanation) -> String {
        let requirement = explanation.requirement
        let rule = law.rule(requirement.key.rule, on: requirement.key.start.date(in: zone))
        let started = explanation.updates[explanation.reckoning.startedBy]
        var values: [String: Any] = [
            "title": rule?.title ?? requirement.key.rule.rawValue, "case": requirement.key.caseID.rawValue,
            "law": requirement.law,
            "start": words.moment(requirement.key.start, in: zone),
            "started_by": explanation.reckoning.startedBy.rawValue,
            "started_event": started.map(title) ?? "", "steps": explanation.reckoning.steps.map(text),
            "due": words.moment(requirement.due, in: zone),
            "status": words.name("status", requirement.status(at: explanation.moment).rawValue),
        ]
        values["ref"] = requirement.key.ref?.rawValue
        values["grundlag"] = words.grundlag(requirement.grundlag, beside: requirement.law)
        if rule?.confirmed ?? true { values["confirmed"] = "1" }
        if requirement.isUncertain(at: explanation.moment) {
            values[requirement.isUnconfirmed ? "unconfirmed" : "uncertain"] = "1"
        }
        values["met"] = text(of: explanation.reckoning.metBy, in: explanation)
        values["excused"] = text(of: explanation.reckoning.excusedBy, in: explanation)
        if requirement.verdict == .void { values["ended"] = text(of: explanation.reckoning.endedBy, in: explanation) }
        return render(.explain, values)
    }

    /// The explanation for programs: the members of the requirement that started last, and all of them as a list.
    ///
    /// - Parameter absences: why there is none, where there is none.
    package func json(
        of explanations: [Explanation], case caseID: CaseID, rule: RuleID, ref: Reference?, absences: [String]
    ) -> JSON {
        let latest =
            explanations.last.map(members)
            ?? Wording.members.map { name in
                switch name {
                case "case": (name, .text(caseID.rawValue))
                case "rule": (name, .text(rule.rawValue))
                case "ref": (name, .optional(ref?.rawValue))
                default: (name, .null)
                }
            }
        return .object(
            latest + [
                ("requirements", .list(explanations.map { .object(members($0)) })),
                ("not_because", .list(absences.map(JSON.text))),
            ])
    }

    private static let members = [
        "case", "ref", "rule", "law", "grundlag", "start", "started_by", "steps", "due", "status", "uncertain",
        "met_at",
        "met_by", "excused_by", "ended_by",
    ]

    private func members(_ explanation: Explanation) -> [(String, JSON)] {
        let requirement = explanation.requirement
        let reckoning = explanation.reckoning
        let values: [JSON] = [
            .text(requirement.key.caseID.rawValue), .optional(requirement.key.ref?.rawValue),
            .text(requirement.key.rule.rawValue), .text(requirement.law), .text(requirement.grundlag.rawValue),
            .text(requirement.key.start.text(in: zone)), .text(reckoning.startedBy.rawValue),
            .list(reckoning.steps.map { .text(text($0)) }), .text(requirement.due.text(in: zone)),
            .text(requirement.status(at: explanation.moment).rawValue),
            .flag(requirement.isUncertain(at: explanation.moment)), .optional(requirement.metAt?.text(in: zone)),
            .optional(reckoning.metBy?.rawValue), .optional(reckoning.excusedBy?.rawValue),
            .optional(requirement.verdict == .void ? reckoning.endedBy?.rawValue : nil),
        ]
        return Array(zip(Wording.members, values))
    }

    private func title(_ update: Update) -> String {
        law.vocabulary[update.event]?.title ?? update.event.rawValue
    }

    private func text(of id: UpdateID?, in explanation: Explanation) -> String? {
        guard let id, let update = explanation.updates[id] else { return nil }
        return words.form(
            "sum.update",
            ["on": words.moment(update.at, in: zone), "event": title(update), "id": update.id.rawValue])
    }

    private func text(_ step: Reckoning.Step) -> String {
        switch step {
        case .limit(let from, let limit, let startCounts, let to):
            words.form(
                "sum.limit",
                [
                    "from": words.short(from, in: zone), "limit": words.limit(limit), "to": words.short(to, in: zone),
                    "start_counts": startCounts ? "1" : nil,
                ])
        case .endOfSpan(_, let id, let date):
            words.form("sum.end_of_span", ["on": words.shortDate(date), "by": id.rawValue])
        case .named(_, let id, let date):
            words.form("sum.named", ["on": words.shortDate(date), "by": id.rawValue])
        case .ownEnd(let id, let date): words.form("sum.own_end", ["on": words.shortDate(date), "by": id.rawValue])
        case .beforeChildDate(let field, let date, let limit, let due):
            words.form(
                "sum.before_child_date",
                [
                    "field": law.vocabulary.title(of: field), "date": words.shortDate(date),
                    "limit": words.limit(limit),
                    "on": words.shortDate(due),
                ])
        case .notBeforeStart(let date): words.form("sum.not_before_start", ["on": words.shortDate(date)])
        case .paused(let from, let to, let due):
            words.form(
                "sum.paused",
                ["from": words.shortDate(from), "to": to.map(words.shortDate), "on": words.shortDate(due)])
        case .countedPeriod(let from, let to, let times, let done):
            words.form(
                "sum.counted",
                [
                    "from": words.shortDate(from), "to": words.shortDate(to), "times": String(times),
                    "done": String(done),
                ])
        case .said(let field, let isSaid):
            words.form(isSaid ? "sum.said" : "sum.not_said", ["field": law.vocabulary.title(of: field)])
        case .bothRun(let date): words.form("sum.both_run", ["on": words.shortDate(date)])
        case .decision(let date, let planned):
            words.form(planned ? "sum.planned" : "sum.decision", ["on": words.shortDate(date)])
        }
    }
}
