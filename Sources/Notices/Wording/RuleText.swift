package import Deadlines
package import Telling

/// What a version of a rule says.
enum RuleTemplate: String, Phrase {
    case rule

    enum Gaps: String, Gap { case confirmed, file, from, grundlag, id, ladder, law, steps, text, title, until }
}

/// When a step of a ladder falls.
enum StepWord: String, Phrase {
    case after, atOnce, before, excused, halfWay, missing, noneSince, overdue

    enum Gaps: String, Gap { case limit }

    var table: String? { "step" }
}

extension Wording {
    /// Whether the source of its § was read, in a word.
    package func source(of rule: Rule) -> String { words.say(rule.confirmed ? SourceWord.seen : .unsure) }

    /// Act and § of a requirement or a notice; one that is not confirmed is marked so.
    func cited(_ law: String, of key: RequirementKey) -> String {
        let isConfirmed = self.law.rule(key.rule, on: key.start.date(in: zone))?.confirmed ?? true
        return isConfirmed ? law : words.say(CommonWord.unconfirmed, [.law: law])
    }

    /// A version of a rule for people: its §, what is sure about it, whom it tells, and how the pack writes it.
    package func text(of rule: Rule, ladder: Ladder?) -> String {
        words.say(
            RuleTemplate.rule,
            [
                .id: rule.id.rawValue, .title: rule.title, .law: rule.law, .grundlag: words.say(rule.grundlag),
                .confirmed: rule.confirmed, .from: rule.inForce.from.map(words.shortDate),
                .until: rule.inForce.until.map(words.shortDate), .ladder: rule.ladder.rawValue,
                .steps: (ladder?.steps ?? []).map { step in
                    "\(text(of: step.time)): \(step.roles.map { words.say($0) }.joined(separator: ", "))"
                }, .file: rule.file, .text: rule.text,
            ])
    }

    private func text(of time: StepTime) -> String {
        func say(_ word: StepWord, _ limit: TimeLimit? = nil) -> String {
            words.say(word, [.limit: limit.map(words.limit)])
        }
        return switch time {
        case .atOnce: say(.atOnce)
        case .halfWay: say(.halfWay)
        case .noneSince(let limit): say(.noneSince, limit)
        case .excused: say(.excused)
        case .before(let limit): say(.before, limit)
        case .overdue: say(.overdue)
        case .after(let limit): say(.after, limit)
        case .missing: say(.missing)
        }
    }
}
