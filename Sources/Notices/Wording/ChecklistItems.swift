import Deadlines
import Telling

/// A line of a checklist: what a kind of decision lacks.
enum ChecklistWord: String, Phrase {
    case need

    enum Gaps: String, Gap { case asks, before }

    var table: String? { "checklist" }
}

extension Wording {
    /// The lines of a checklist: those of the pack, or what each kind of decision lacks.
    func checklist(_ id: RuleID, _ items: [NoticeItem], on date: LocalDate) -> [String] {
        if items.isEmpty { return (law.checklist(id)?.lines ?? []).map(words.quoted) }
        var kinds: [String?] = []
        var asked: [String?: [String]] = [:]
        for item in items {
            let rule = law.rule(item.rule, on: date)
            let before = rule?.decisionKind
            if asked[before] == nil { kinds.append(before) }
            asked[before, default: []].append(rule?.asks ?? item.rule.rawValue)
        }
        return kinds.map { kind in
            words.say(ChecklistWord.need, [.before: kind, .asks: (asked[kind] ?? []).joined(separator: ", ")])
        }
    }
}

extension Rule {
    /// Which decisions ask for it.
    fileprivate var decisionKind: String? { if case .prerequisite(let form) = form { form.before } else { nil } }
}
