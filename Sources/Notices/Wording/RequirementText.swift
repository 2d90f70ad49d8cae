import Deadlines
import Store
import Telling

/// What a notice says of the requirement it is about.
extension Wording {
    func values(of notice: StoredNotice, about key: RequirementKey, due: Moment) -> [String: Any] {
        let rule = law.rule(key.rule, on: key.start.date(in: zone))
        let asks = rule?.asks ?? key.rule.rawValue
        var values: [String: Any] = [
            "asks": asks, "due": words.moment(known(due, notice), in: zone), "law": notice.law,
            "lacking": lacking(rule, asks: asks, key: key, due: due, done: notice.progress),
        ]
        if case .instant = due { values["clock"] = true }
        if notice.certainFrom != nil { values["undated"] = true }
        let background = notice.background
        if background.isCutShort { values["ended"] = ended(rule, on: due) }
        // What was told before the case was closed did not say so.
        if let closed = background.closed, closed <= zone.date(of: notice.queued.scheduled) {
            values["closed"] = words.form("ended.case", ["on": words.shortDate(closed)])
        }
        values["over"] = values["ended"] != nil || values["closed"] != nil ? true : nil
        values["excuse"] = background.excuse.map { law.vocabulary.title(ofCode: $0) }
        if case .deadline(let form)? = rule?.form, let waiver = form.waiver {
            values["waived"] = waiver.says
            values["otherwise"] = waiver.otherwise
        }
        return values
    }

    /// What is not registered, or how much of it is.
    private func lacking(_ rule: Rule?, asks: String, key: RequirementKey, due: Moment, done: Int) -> String {
        guard case .count(let form)? = rule?.form, let counted = form.counted else {
            return words.form("lacking.nothing", ["asks": asks])
        }
        return words.form(
            done == 0 ? "lacking.none" : "lacking.some",
            [
                "times": String(form.times), "done": String(done), "counted": counted,
                "from": words.short(key.start, in: zone), "until": words.short(due, in: zone),
            ])
    }

    /// That the end of what a rule's limit belongs to made it due.
    private func ended(_ rule: Rule?, on due: Moment) -> String {
        let on = words.short(due, in: zone)
        guard case .deadline(let form)? = rule?.form, case .span(let id, _) = form.start,
            let title = law.spans[id]?.title
        else { return words.form("ended.own_untitled", ["on": on]) }
        return words.form("ended.own", ["title": title, "on": on])
    }
}
