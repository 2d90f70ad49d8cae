package import Deadlines
package import Store
import Telling

/// A line of a time line.
enum TimeLineWord: String, Phrase {
    case field, notice, plannedNotice, requirement, update, withdrawnNotice

    enum Gaps: String, Gap {
        case at, caseworker, data, event, field, id, law, message, met, person, ref, stage, status, takenBack, title
        case uncertain, value, why
    }

    var table: String? { "time_line" }
}

/// A line of a time line, for people.
package struct TimeLineEntry: Sendable {
    /// What it says.
    package let text: String
    /// Whether it tells what is overdue.
    package let isOverdue: Bool
    /// Whether that is not certain.
    package let isUncertain: Bool
    fileprivate let at: Instant
    /// What is registered comes before what is due, and that before who is told of it.
    fileprivate let order: Int
}

extension Wording {
    /// One case on one time line, oldest first: what was registered, what was and will be due, who was and will be told.
    ///
    /// - Parameters:
    ///   - requirements: each with how it came about.
    ///   - moment: from when it is looked at.
    package func timeLine(
        of updates: [Update], _ requirements: [(requirement: Requirement, reckoning: Reckoning)],
        _ notices: [StoredNotice], at moment: Instant
    ) -> [TimeLineEntry] {
        let takenBack = takenBack(in: updates, by: moment)
        let entries =
            updates.map { entry($0, takenBack: takenBack[$0.id]) }
            + requirements.map { entry($0.requirement, met: met($0.requirement, $0.reckoning, updates), at: moment) }
            + notices.map(entry)
        return entries.sorted { ($0.at, $0.order) < ($1.at, $1.order) }
    }

    private func entry(
        _ word: TimeLineWord, at: Instant, shown: Moment, _ filling: Filling<TimeLineWord.Gaps>, order: Int,
        isOverdue: Bool = false, isUncertain: Bool = false
    ) -> TimeLineEntry {
        // As wide as an instant: what happened on a date and what happened at a time stand in one column.
        let width = numeric(.instant(Instant(milliseconds: 0))).count
        let time = numeric(shown)
        let column = time + String(repeating: " ", count: max(0, width - time.count))
        return TimeLineEntry(
            text: words.say(word, [.at: column] + filling), isOverdue: isOverdue, isUncertain: isUncertain, at: at,
            order: order)
    }

    /// When each update was taken back that has been by then.
    private func takenBack(in updates: [Update], by moment: Instant) -> [UpdateID: Moment] {
        updates.filter { $0.at.earliest(in: zone) <= moment }.reduce(into: [:]) { found, update in
            guard let id = law.takenBack(by: update) else { return }
            found[id] = [found[id], update.at].compactMap(\.self).min { $0.earliest(in: zone) < $1.earliest(in: zone) }
        }
    }

    private func entry(_ update: Update, takenBack: Moment?) -> TimeLineEntry {
        let fields = update.data.sorted { $0.key < $1.key }.map { field, value in
            words.say(TimeLineWord.field, [.field: law.vocabulary.title(of: field), .value: text(of: value)])
        }
        return entry(
            .update, at: update.at.earliest(in: zone), shown: update.at,
            [
                .event: title(of: update.event), .ref: update.ref?.rawValue,
                .data: fields.isEmpty ? nil : fields.joined(separator: ", "),
                .caseworker: update.caseworker?.rawValue, .id: update.id.rawValue, .takenBack: takenBack.map(numeric),
            ], order: 0)
    }

    /// When it was met, as that was registered: a date where only the date is known.
    private func met(_ requirement: Requirement, _ reckoning: Reckoning, _ updates: [Update]) -> Moment? {
        guard let met = requirement.metAt, met.isInstant,
            let registered = updates.first(where: { $0.id == reckoning.metBy })?.at
        else { return requirement.metAt }
        return registered.isInstant ? met : registered
    }

    private func entry(_ requirement: Requirement, met: Moment?, at moment: Instant) -> TimeLineEntry {
        let status = requirement.status(at: moment)
        let isUncertain = requirement.isUncertain(at: moment)
        let key = requirement.key
        return entry(
            .requirement, at: requirement.missingFrom.adding(milliseconds: -1), shown: requirement.knownDue(in: zone),
            [
                .title: law.title(of: key.rule, on: key.start.date(in: zone)), .ref: key.ref?.rawValue,
                .law: cited(requirement.law, of: key), .status: words.say(status), .uncertain: isUncertain,
                .met: met.map(numeric),
            ], order: 1, isOverdue: status == .missing, isUncertain: isUncertain)
    }

    private func entry(_ notice: StoredNotice) -> TimeLineEntry {
        let at = notice.sent ?? notice.queued.scheduled
        let word: TimeLineWord =
            notice.sent != nil ? .notice : notice.queued.state == .withdrawn ? .withdrawnNotice : .plannedNotice
        return entry(
            word, at: at, shown: .instant(at),
            [
                .person: notice.queued.notice.recipient.person.rawValue, .stage: stage(of: notice),
                .message: message(of: notice), .why: notice.queued.reason.map { words.say($0) },
            ], order: 2)
    }

    /// A field's value as people write it.
    package func text(of value: FieldValue) -> String {
        switch value {
        case .flag(let flag): words.say(flag ? Flag.yes : .no)
        case .word(let word): law.vocabulary.title(ofCode: word)
        case .date(let date): numeric(.date(date))
        case .month(let month): words.month(month)
        case .instant(let instant): numeric(.instant(instant))
        }
    }
}

extension Requirement {
    /// When it is due as far as that is known: a date where what it is counted from is registered without a time of day.
    fileprivate func knownDue(in zone: Zone) -> Moment {
        guard due.isInstant, certainFrom > missingFrom else { return due }
        return .date(zone.date(of: certainFrom.adding(milliseconds: -1)))
    }
}
