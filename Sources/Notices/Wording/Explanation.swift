package import Deadlines

/// What an explanation says.
enum ExplainTemplate: String, Phrase {
    case explain

    enum Gaps: String, Gap {
        case `case`, confirmed, due, ended, excused, grundlag, law, met, ref, start, startedBy, startedEvent, status
        case steps, title, uncertain, unconfirmed
    }
}

/// A step of a sum.
enum SumWord: String, Phrase {
    case atLatest, beforeChildDate, bothRun, counted, decision, endOfSpan, limit, named, notBeforeStart, notSaid, ownEnd
    case paused, planned, said, startsBeforeChildDate, still, update

    enum Gaps: String, Gap { case by, date, done, event, field, from, id, limit, on, startCounts, times, to }

    var table: String? { "sum" }
}

extension Wording {
    /// Why a requirement is due when it is, and what met it, for people.
    ///
    /// - Parameters:
    ///   - reckoning: how it came about.
    ///   - updates: the case's.
    ///   - moment: from when it is looked at.
    package func explanation(
        of requirement: Requirement, _ reckoning: Reckoning, from updates: [UpdateID: Update], at moment: Instant
    ) -> String {
        func said(_ id: UpdateID?) -> String? {
            id.flatMap { updates[$0] }.map {
                say(.update, [.on: words.moment($0.at, in: zone), .event: title(of: $0.event), .id: $0.id.rawValue])
            }
        }
        let rule = law.rule(requirement.key.rule, on: requirement.key.start.date(in: zone))
        let isUncertain = requirement.isUncertain(at: moment)
        return words.say(
            ExplainTemplate.explain,
            [
                .title: rule?.title ?? requirement.key.rule.rawValue, .case: requirement.key.caseID.rawValue,
                .ref: requirement.key.ref?.rawValue, .law: requirement.law,
                .grundlag: words.grundlag(requirement.grundlag, beside: requirement.law),
                .confirmed: rule?.confirmed ?? true, .start: words.moment(requirement.key.start, in: zone),
                .startedBy: reckoning.startedBy.rawValue,
                .startedEvent: updates[reckoning.startedBy].map { title(of: $0.event) } ?? "",
                .steps: reckoning.steps.map(text), .due: words.moment(requirement.due, in: zone),
                .met: said(reckoning.metBy), .excused: said(reckoning.excusedBy),
                .ended: said(requirement.voidBy(reckoning)), .status: words.say(requirement.status(at: moment)),
                .unconfirmed: isUncertain && requirement.isUnconfirmed,
                .uncertain: isUncertain && !requirement.isUnconfirmed,
            ])
    }

    /// The same for programs: the members of the requirement that started last, and all of them as a list.
    ///
    /// - Parameter absences: why there is none, where there is none.
    package func json(
        explaining reckoned: [(requirement: Requirement, reckoning: Reckoning)], at moment: Instant,
        case caseID: CaseID, rule: RuleID, ref: Reference?, absences: [String]
    ) -> JSON {
        let all = reckoned.map { members($0.requirement, $0.reckoning, at: moment) }
        let none: [(String, JSON)] = [
            ("case", .text(caseID.rawValue)), ("ref", .optional(ref?.rawValue)), ("rule", .text(rule.rawValue)),
        ]
        let names = [
            "law", "grundlag", "start", "due", "status", "uncertain", "met_at", "started_by", "steps", "met_by",
            "excused_by", "ended_by",
        ]
        return .object(
            (all.last ?? none + names.map { ($0, .null) }) + [
                ("requirements", .list(all.map(JSON.object))), ("not_because", .list(absences.map(JSON.text))),
            ])
    }

    private func members(_ requirement: Requirement, _ reckoning: Reckoning, at moment: Instant) -> [(String, JSON)] {
        requirement.members(at: moment, in: zone) + [
            ("started_by", .text(reckoning.startedBy.rawValue)),
            ("steps", .list(reckoning.steps.map { .text(text($0)) })), ("met_by", .optional(reckoning.metBy?.rawValue)),
            ("excused_by", .optional(reckoning.excusedBy?.rawValue)),
            ("ended_by", .optional(requirement.voidBy(reckoning)?.rawValue)),
        ]
    }

    private func say(_ word: SumWord, _ filling: Filling<SumWord.Gaps>) -> String { words.say(word, filling) }

    private func text(_ step: Reckoning.Step) -> String {
        func on(_ date: LocalDate) -> String { words.shortDate(date) }
        return switch step {
        case .limit(let from, let limit, let startCounts, let to):
            say(
                .limit,
                [
                    .from: words.short(from, in: zone), .limit: words.limit(limit), .to: words.short(to, in: zone),
                    .startCounts: startCounts,
                ])
        case .endOfSpan(_, let id, let date): say(.endOfSpan, [.on: on(date), .by: id.rawValue])
        case .named(_, let id, let date): say(.named, [.on: on(date), .by: id.rawValue])
        case .ownEnd(let id, let date): say(.ownEnd, [.on: on(date), .by: id.rawValue])
        case .beforeChildDate(let field, let date, let limit, let due):
            say(
                .beforeChildDate,
                [
                    .field: law.vocabulary.title(of: field), .date: on(date), .limit: words.limit(limit), .on: on(due),
                ])
        case .notBeforeStart(let date): say(.notBeforeStart, [.on: on(date)])
        case .startsBeforeChildDate(let field, let date, let limit, let start):
            say(
                .startsBeforeChildDate,
                [
                    .field: law.vocabulary.title(of: field), .date: on(date), .limit: words.limit(limit),
                    .on: on(start),
                ])
        case .atLatest(let limit, let date): say(.atLatest, [.limit: words.limit(limit), .on: on(date)])
        case .still(let date): say(.still, [.on: on(date)])
        case .paused(let from, let to, let due): say(.paused, [.from: on(from), .to: to.map(on), .on: on(due)])
        case .countedPeriod(let from, let to, let times, let done):
            say(.counted, [.from: on(from), .to: on(to), .times: String(times), .done: String(done)])
        case .said(let field, let isSaid): say(isSaid ? .said : .notSaid, [.field: law.vocabulary.title(of: field)])
        case .bothRun(let date): say(.bothRun, [.on: on(date)])
        case .decision(let date, let planned): say(planned ? .planned : .decision, [.on: on(date)])
        }
    }
}

extension Requirement {
    /// What ended the thing, where that made the requirement void.
    fileprivate func voidBy(_ reckoning: Reckoning) -> UpdateID? { verdict == .void ? reckoning.endedBy : nil }
}
