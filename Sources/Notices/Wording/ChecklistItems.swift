import Deadlines
import Telling

/// A line of a checklist: what a kind of decision lacks, or how something was found.
enum ChecklistWord: String, Phrase {
    case found, need

    enum Gaps: String, Gap { case answer, asks, before, subject }

    var table: String? { "checklist" }
}

extension Wording {
    /// The lines of a checklist: those of the pack, what each kind of decision lacks, or how each thing was found.
    func checklist(_ id: RuleID, _ items: [NoticeItem], on date: LocalDate) -> [String] {
        if items.isEmpty { return (law.checklist(id)?.fixed?.lines ?? []).map(words.quoted) }
        var lines: [String] = []
        var kinds: [String?] = []
        var asked: [String?: [String]] = [:]
        for item in items {
            switch item {
            case .lacking(let id), .requirement(let id, _):
                let rule = law.rule(id, on: date)
                let before = rule?.decisionKind
                if asked[before] == nil { kinds.append(before) }
                asked[before, default: []].append(rule?.asks ?? id.rawValue)
            case .found(let subject, let answer):
                lines.append(
                    words.say(
                        ChecklistWord.found,
                        [.subject: title(ofCode: subject), .answer: title(ofCode: answer)]))
            }
        }
        return lines
            + kinds.map { kind in
                words.say(ChecklistWord.need, [.before: kind, .asks: (asked[kind] ?? []).joined(separator: ", ")])
            }
    }
}

extension Checklist {
    /// What it says where its lines are fixed.
    var fixed: (says: String, lines: [String])? {
        if case .lines(let lines, let says) = content { (says, lines) } else { nil }
    }
}

extension Rule {
    /// Which decisions ask for it.
    fileprivate var decisionKind: String? { if case .prerequisite(let form) = form { form.before } else { nil } }
}
