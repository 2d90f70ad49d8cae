import Deadlines
import Rules

/// The names that the texts of notices are filled by: another one would leave a gap in what people read.
enum TemplateNames {
    /// What `text`, the template of `file`, speaks of that it is not given.
    static func faults(in text: String, of template: Wording.Template, file: String) -> [Fault] {
        guard let known = known(to: template) else { return [] }
        var faults: [Fault] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for name in line.matches(of: #/\{\{\{?\s*[#^\/&]?\s*([A-Za-z_][A-Za-z0-9_.]*)\s*\}\}/#).map({ String($0.1) }
            )
            where !known.contains(name) {
                let message = "\"{{\(name)}}\" stands for nothing here\(NearestWord.hint(name, in: known.sorted()))"
                let fault = Fault(file: file, line: index + 1, key: "", message: message)
                // A section names it at its beginning and at its end.
                if !faults.contains(fault) { faults.append(fault) }
            }
        }
        return faults
    }

    /// Nil of templates that are filled by lists of their own: digests, and what a rule says.
    static func known(to template: Wording.Template) -> Set<String>? {
        switch template {
        case .reminder, .overdue, .escalation, .waived, .breach, .checklist, .uncertain, .unconfirmed, .handover,
            .backlog,
            .feed:
            [
                "asks", "caseworker", "clock", "closed", "count", "due", "ended", "excuse", "lacking", "law", "leads",
                "otherwise", "over", "silent", "since", "undated", "waived",
            ]
        case .item: ["case", "due", "overdue", "ref", "title"]
        case .entry: ["case", "grundlag", "items", "law", "message", "reason", "ref", "short_due", "stage", "title"]
        case .block: ["count", "one", "person", "sent"]
        case .explain, .rule, .digest, .digestPage, .caseList, .caseListPage: nil
        }
    }
}
