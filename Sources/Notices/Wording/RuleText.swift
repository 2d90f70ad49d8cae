package import Deadlines
package import Telling

extension Wording {
    /// A version of a rule for people: its §, what is sure about it, whom it tells, and how the pack writes it.
    package func text(of rule: Rule, ladder: Ladder?) -> String {
        var values: [String: Any] = [
            "id": rule.id.rawValue, "title": rule.title, "law": rule.law, "grundlag": words.grundlag(rule.grundlag),
            "file": rule.source.file, "text": rule.source.text, "ladder": rule.ladder.rawValue,
            "steps": (ladder?.steps ?? []).map { step in
                let roles = step.roles.map { words.role($0) }.joined(separator: ", ")
                return "\(text(of: step.time)): \(roles)"
            },
        ]
        if rule.confirmed { values["confirmed"] = "1" }
        values["from"] = rule.inForce.from.map(words.shortDate)
        values["until"] = rule.inForce.until.map(words.shortDate)
        return render(.rule, values)
    }

    private func text(of time: StepTime) -> String {
        let limit: TimeLimit? =
            switch time {
            case .before(let limit), .after(let limit), .noneSince(let limit): limit
            case .atOnce, .halfWay, .overdue, .missing, .excused: nil
            }
        return words.form("step.\(time.word)", ["limit": limit.map(words.limit)])
    }
}

extension StepTime {
    /// The word under which `ord.toml` words it.
    fileprivate var word: String {
        switch self {
        case .atOnce: "at_once"
        case .halfWay: "half_way"
        case .noneSince: "none_since"
        case .excused: "excused"
        case .before: "before"
        case .overdue: "overdue"
        case .after: "after"
        case .missing: "missing"
        }
    }
}
