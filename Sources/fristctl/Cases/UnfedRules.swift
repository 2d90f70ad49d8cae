import Configuration
import Deadlines
import Import
import Notices
import Store

/// The rules that nobody feeds: neither a mapping of the settings nor, so far, any update of the store.
struct UnfedRules {
    private let found: [(rule: UnfedRule, title: String)]

    /// - Parameter sent: the kinds that have ever been taken in. Where none has, and nothing is mapped, nothing can be said.
    init(_ settings: Settings, sent: Set<EventKind>, at moment: Instant) {
        let mapped = settings.imports.flatMap(\.mapping.events).map(\.kind.name)
        let kinds = sent.union(mapped)
        let today = settings.calendar.zone.date(of: moment)
        let found = kinds.isEmpty ? [] : settings.law.unfed(by: kinds, on: today)
        self.found = found.map { ($0, settings.law.title(of: $0.rule, on: today)) }
    }

    /// A sentence for each of what may lack, naming the rules and what to send.
    var sentences: [String] {
        [
            sentence(.proof, "what meets these rules, so that in the end they are missing in every case"),
            sentence(.start, "what starts these rules, so that they ask for nothing"),
        ].compactMap(\.self)
    }

    private func sentence(_ lack: UnfedRule.Lack, _ what: String) -> String? {
        let rules = found.filter { $0.rule.lack == lack }.map { rule, title in
            "»\(title)« (\(rule.kinds.map(\.rawValue).joined(separator: " or ")))"
        }
        return rules.isEmpty ? nil : "nobody has ever sent \(what): \(rules.joined(separator: ", "))"
    }

    /// What programs are told.
    var json: JSON {
        .list(
            found.map { one, _ in
                .object([
                    ("rule", .text(one.rule.rawValue)), ("lacks", .text(one.lack.rawValue)),
                    ("kinds", .list(one.kinds.map { .text($0.rawValue) })),
                ])
            })
    }
}
