package import Deadlines
package import Store
import Telling

/// One case on one time line: what was registered, what was and will be due, who was and will be told.
package struct TimeLine {
    /// The case.
    package let caseID: CaseID
    /// What was registered.
    package let updates: [Update]
    /// What follows from it, each with how it came about.
    package let requirements: [(requirement: Requirement, reckoning: Reckoning)]
    /// Who was and will be told.
    package let notices: [StoredNotice]
    /// From when it is looked at.
    package let moment: Instant

    /// A line of it for people.
    package struct Entry: Sendable {
        /// The line.
        package let text: String
        /// Where its running text begins, behind the time.
        package let margin: Int
        /// Whether it tells what is overdue.
        package let isOverdue: Bool
        /// Whether that is not certain.
        package let isUncertain: Bool
    }

    /// A time line of these parts.
    package init(
        caseID: CaseID, updates: [Update], requirements: [(requirement: Requirement, reckoning: Reckoning)],
        notices: [StoredNotice], moment: Instant
    ) {
        self.caseID = caseID
        self.updates = updates
        self.requirements = requirements
        self.notices = notices
        self.moment = moment
    }
}

extension Wording {
    /// The time line for people, oldest first.
    package func entries(of line: TimeLine) -> [TimeLine.Entry] {
        let takenBack = takenBack(in: line)
        let points =
            line.updates.map { point($0, takenBack: takenBack[$0.id]) }
            + line.requirements.map { point($0.requirement, met: met($0.requirement, $0.reckoning, line), line) }
            + line.notices.map(point)
        return points.sorted { ($0.at, $0.order) < ($1.at, $1.order) }.map { point in
            TimeLine.Entry(
                text: point.text, margin: timeWidth + 2, isOverdue: point.isOverdue, isUncertain: point.isUncertain)
        }
    }

    /// As wide as an instant: what happened on a date and what happened at a time stand in one column.
    private var timeWidth: Int { numeric(.instant(Instant(milliseconds: 0))).count }

    private func time(_ moment: Moment) -> String {
        let text = numeric(moment)
        return text + String(repeating: " ", count: max(0, timeWidth - text.count))
    }

    /// One line, with what it is sorted by.
    private struct Point {
        let at: Instant
        /// What is registered comes before what is due, and that before who is told of it.
        let order: Int
        let text: String
        var isOverdue = false
        var isUncertain = false
    }

    /// When each update was taken back that has been by then.
    private func takenBack(in line: TimeLine) -> [UpdateID: Moment] {
        line.updates.filter { $0.at.earliest(in: zone) <= line.moment }.reduce(into: [:]) { found, update in
            guard let id = law.takenBack(by: update) else { return }
            found[id] = [found[id], update.at].compactMap(\.self).min { $0.earliest(in: zone) < $1.earliest(in: zone) }
        }
    }

    private func point(_ update: Update, takenBack: Moment?) -> Point {
        let values = update.data.sorted { $0.key < $1.key }.map { field, value in
            words.form(
                "time_line.field", ["field": law.vocabulary.title(of: field), "value": text(of: value)])
        }
        return Point(
            at: update.at.earliest(in: zone), order: 0,
            text: words.form(
                "time_line.update",
                [
                    "at": time(update.at), "event": law.vocabulary[update.event]?.title ?? update.event.rawValue,
                    "ref": update.ref?.rawValue, "data": values.isEmpty ? nil : values.joined(separator: ", "),
                    "caseworker": update.caseworker?.rawValue, "id": update.id.rawValue,
                    "taken_back": takenBack.map(numeric),
                ]))
    }

    /// When it was met, as that was registered: a date where only the date is known.
    private func met(_ requirement: Requirement, _ reckoning: Reckoning, _ line: TimeLine) -> Moment? {
        guard let met = requirement.metAt, met.isInstant,
            let registered = line.updates.first(where: { $0.id == reckoning.metBy })?.at
        else { return requirement.metAt }
        return registered.isInstant ? met : registered
    }

    private func point(_ requirement: Requirement, met: Moment?, _ line: TimeLine) -> Point {
        let moment = line.moment
        let isUncertain = requirement.isUncertain(at: moment)
        let rule = law.rule(requirement.key.rule, on: requirement.key.start.date(in: zone))
        return Point(
            at: requirement.missingFrom.adding(milliseconds: -1), order: 1,
            text: words.form(
                "time_line.requirement",
                [
                    "at": time(requirement.knownDue(in: zone)), "title": rule?.title ?? requirement.key.rule.rawValue,
                    "ref": requirement.key.ref?.rawValue, "law": requirement.law,
                    "status": words.name("status", requirement.status(at: moment).rawValue),
                    "uncertain": isUncertain ? "1" : nil, "met": met.map(numeric),
                ]),
            isOverdue: requirement.status(at: moment) == .missing,
            isUncertain: isUncertain)
    }

    private func point(_ notice: StoredNotice) -> Point {
        let at = notice.sent ?? notice.queued.scheduled
        return Point(
            at: at, order: 2,
            text: words.form(
                notice.sent == nil ? "time_line.planned_notice" : "time_line.notice",
                [
                    "at": time(.instant(at)), "person": notice.queued.notice.recipient.person.rawValue,
                    "stage": words.stage(notice.queued.notice.stage), "message": message(of: notice),
                ]))
    }

    /// A field's value as people write it.
    private func text(of value: FieldValue) -> String {
        switch value {
        case .flag(let flag): words.name("flag", flag ? "yes" : "no")
        case .word(let word): law.vocabulary.title(ofCode: word)
        case .date(let date): numeric(.date(date))
        case .month(let month): words.month(month)
        case .instant(let instant): numeric(.instant(instant))
        }
    }

    /// The time line for programs.
    package func json(of line: TimeLine) -> JSON {
        .object([
            ("case", .text(line.caseID.rawValue)),
            ("updates", .list(line.updates.sorted { $0.at.earliest(in: zone) < $1.at.earliest(in: zone) }.map(json))),
            ("requirements", .list(line.requirements.map { json($0.requirement, at: line.moment) })),
            ("notices", .list(line.notices.map(record))),
        ])
    }

    private func json(_ update: Update) -> JSON {
        .object([
            ("id", .text(update.id.rawValue)), ("case", .text(update.caseID.rawValue)),
            ("event", .text(update.event.rawValue)), ("at", .text(update.at.text(in: zone))),
            ("ref", .optional(update.ref?.rawValue)), ("caseworker", .optional(update.caseworker?.rawValue)),
            ("team", .optional(update.team?.rawValue)),
            (
                "data",
                .object(update.data.sorted { $0.key < $1.key }.map { ($0.key.rawValue, json($0.value)) })
            ),
        ])
    }

    private func json(_ value: FieldValue) -> JSON {
        switch value {
        case .flag(let flag): .flag(flag)
        case .word(let word): .text(word)
        case .date(let date): .text(date.description)
        case .month(let month): .text(month.description)
        case .instant(let instant): .text(zone.text(of: instant))
        }
    }

    private func json(_ requirement: Requirement, at moment: Instant) -> JSON {
        .object([
            ("ref", .optional(requirement.key.ref?.rawValue)), ("rule", .text(requirement.key.rule.rawValue)),
            ("law", .text(requirement.law)), ("grundlag", .text(requirement.grundlag.rawValue)),
            ("start", .text(requirement.key.start.text(in: zone))), ("due", .text(requirement.due.text(in: zone))),
            ("status", .text(requirement.status(at: moment).rawValue)),
            ("uncertain", .flag(requirement.isUncertain(at: moment))),
            ("met_at", .optional(requirement.metAt?.text(in: zone))),
        ])
    }
}

extension Requirement {
    /// When it is due as far as that is known: a date where what it is counted from is registered without a time of day.
    fileprivate func knownDue(in zone: Zone) -> Moment {
        guard due.isInstant, certainFrom > missingFrom else { return due }
        return .date(zone.date(of: certainFrom.adding(milliseconds: -1)))
    }
}
