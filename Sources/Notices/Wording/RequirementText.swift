import Deadlines
import Store

/// What is lacking, in the middle of a sentence.
enum Lacking: String, Phrase {
    case none, nothing, some

    enum Gaps: String, Gap { case asks, counted, done, from, times, until }

    var table: String? { "lacking" }
}

/// That a case has ended, or what the time limit belongs to.
enum Ended: String, Phrase {
    case `case`, own, ownUntitled

    enum Gaps: String, Gap { case on, title }

    var table: String? { "ended" }
}

/// What a notice says of the requirement it is about.
extension Wording {
    func filling(of notice: StoredNotice, about key: RequirementKey, due: Moment, told moment: Instant)
        -> Filling<NoticeTemplate.Gaps>
    {
        let rule = law.rule(key.rule, on: key.start.date(in: zone))
        let asks = rule?.asks ?? key.rule.rawValue
        let background = notice.background
        // What was told before the case was closed did not say so.
        let closed = background.closed.flatMap { $0 <= zone.date(of: moment) ? $0 : nil }
        return [
            .asks: asks, .news: rule?.announcement?.news, .must: rule?.announcement?.must, .event: startingEvent(rule),
            .start: words.moment(notice.certainFrom == nil ? key.start : .date(key.start.date(in: zone)), in: zone),
            .due: words.moment(known(due, notice), in: zone), .clock: due.isInstant,
            .distance: words.distance(from: moment, to: known(due, notice), in: zone),
            .lastDay: lastDay(before: due, from: moment), .undated: notice.certainFrom != nil, .law: notice.law,
            .lacking: lacking(rule, asks: asks, key: key, due: due, done: notice.progress),
            .passed: notice.isPast(at: moment, in: zone), .ended: background.isCutShort ? ended(rule, on: due) : nil,
            .closed: closed.map { words.say(Ended.case, [.on: words.shortDate($0)]) },
            .over: background.isCutShort || closed != nil,
            .excuse: background.excuse.map { law.vocabulary.title(ofCode: $0) },
            .waived: rule?.waiver?.says, .otherwise: rule?.waiver?.otherwise,
        ]
    }

    /// What starts a rule, where only one kind of update can.
    private func startingEvent(_ rule: Rule?) -> String? {
        let kinds = rule?.form.startingKinds(under: law) ?? []
        return kinds.count == 1 ? kinds.first.map(title) : nil
    }

    /// What is not registered, or how much of it is.
    private func lacking(_ rule: Rule?, asks: String, key: RequirementKey, due: Moment, done: Int) -> String {
        guard case .count(let form)? = rule?.form, let counted = form.counted else {
            return words.say(Lacking.nothing, [.asks: asks])
        }
        return words.say(
            done == 0 ? Lacking.none : .some,
            [
                .times: String(form.times), .done: String(done), .counted: counted,
                .from: words.short(key.start, in: zone), .until: words.short(due, in: zone),
            ])
    }

    /// That the end of what a rule's limit belongs to made it due.
    private func ended(_ rule: Rule?, on due: Moment) -> String {
        var title: String?
        if case .deadline(let form)? = rule?.form, case .span(let choice, _) = form.start {
            title = law.spans[choice.span]?.title
        }
        return words.say(title == nil ? Ended.ownUntitled : .own, [.on: words.short(due, in: zone), .title: title])
    }
}

extension Rule {
    /// What is registered instead of meeting it.
    fileprivate var waiver: Waiver? { if case .deadline(let form) = form { form.waiver } else { nil } }
}
