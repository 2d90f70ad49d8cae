package import Deadlines
import Foundation

/// A case and what has been registered of it.
package struct RandomCase: Sendable {
    /// The case.
    package let id: CaseID
    /// Its updates, in any order.
    package let updates: [Update]

    /// The same case with these updates.
    package func with(_ updates: [Update]) -> RandomCase { RandomCase(id: id, updates: updates) }
}

/// Random cases under a law, each about a rule or two: every kind of update its packs declare, with data that fit, and
/// so few refs and dates that the updates meet one another often.
package struct RandomCases {
    /// What a case can be about: a rule, and the kinds of update it speaks of.
    private struct Theme {
        let rule: RuleID
        let namespace: String?
        let kinds: [Kind]
        /// The rule as its packs write it.
        let text: String

        /// One of `words`, mostly one that the rule speaks of.
        func word(of words: [String], _ seed: inout Seed) -> String {
            let spokenOf = words.filter { text.contains("\"\($0)\"") }
            return seed.one(of: spokenOf.isEmpty || seed.once(in: 4) ? words : spokenOf)
        }
    }

    private let themes: [Theme]
    private let kinds: [Kind]
    private var count = 0

    /// None yet.
    package init(under law: Law) {
        // Sorted, since the same seed must give the same cases.
        let kinds = law.vocabulary.kinds.values.sorted { $0.name < $1.name }
        self.kinds = kinds
        themes = law.rules.sorted { $0.key < $1.key }.map { id, versions in
            let text = versions.map { $0.text + RandomCases.spans(named: $0.text, in: law) }.joined()
            let named = kinds.filter { text.contains("\"\($0.name)\"") }
            return Theme(rule: id, namespace: versions.first?.namespace, kinds: named, text: text)
        }
    }

    /// The kinds that begin and end the spans a rule names, as a rule would name them.
    private static func spans(named text: String, in law: Law) -> String {
        law.spans.values.filter { text.contains("\"\($0.id)\"") }.flatMap { $0.start + $0.end }
            .map { "\"\($0.event)\"" }.joined()
    }

    /// A new case; its updates' ids are no other case's.
    package mutating func next(_ seed: inout Seed) -> RandomCase {
        count += 1
        let theme = seed.one(of: themes)
        let other = seed.one(of: themes)
        let number = "2024-\(count)"
        let id = CaseID(rawValue: theme.namespace.map { "\($0)/\(number)" } ?? number)
        let ids = (1...Int.random(in: 2...12, using: &seed)).map { "\(number)-\($0)" }
        let updates = ids.map { updateID in
            let kind = seed.one(of: pool(theme, other, &seed))
            let holder = seed.once(in: 4) ? seed.one(of: RandomCases.holders) : Holder()
            return Update(
                id: UpdateID(rawValue: updateID), caseID: id, event: kind.name, at: seed.moment(),
                ref: seed.one(of: [nil, nil, "a", "b"]).map { Reference(rawValue: $0) },
                caseworker: holder.caseworker, team: holder.team,
                data: data(of: kind, ids: ids, theme, &seed))
        }
        return RandomCase(id: id, updates: updates)
    }

    private static let holders = [
        Holder(caseworker: PersonID(rawValue: "mhs"), team: TeamID(rawValue: "nord")),
        Holder(caseworker: PersonID(rawValue: "kbe")),
        Holder(caseworker: PersonID(rawValue: "jpe"), team: TeamID(rawValue: "syd")),
        Holder(team: TeamID(rawValue: "syd")),
    ]

    /// Mostly what the case is about; now and then what means something to the program itself, or anything at all.
    private func pool(_ theme: Theme, _ other: Theme, _ seed: inout Seed) -> [Kind] {
        switch Int.random(in: 0..<8, using: &seed) {
        case 0: kinds
        case 1: kinds.filter { $0.meaning != nil }
        case 2: other.kinds
        default: theme.kinds
        }
    }

    /// What the kind requires, and half of what it allows.
    private func data(of kind: Kind, ids: [String], _ theme: Theme, _ seed: inout Seed) -> [FieldName: FieldValue] {
        var data: [FieldName: FieldValue] = [:]
        for (name, field) in kind.fields.sorted(by: { $0.key < $1.key }) where field.required || seed.once(in: 2) {
            data[name] =
                switch field.type {
                case .flag: .flag(!seed.once(in: 4))
                case .date: .date(seed.dateOfCase())
                case .month: Month(seed.dateOfCase().description.prefix(7)).map(FieldValue.month)
                case .instant: .instant(seed.instantOfCase())
                case .word: .word(theme.word(of: ["anbringelse", "paragraf-11-3", "paragraf-30", "x"], &seed))
                case .paragraf: .word(theme.word(of: ["11", "30", "32", "46", "76", "87", "90"], &seed))
                case .caseID: .word("2024-1")
                case .code(let codes): .word(theme.word(of: codes, &seed))
                case .update: .word(seed.one(of: ids))
                case .rule: .word(theme.rule.rawValue)
                case .person: .word("mhs")
                case .key: .word("abcdef")
                }
        }
        return data
    }
}

extension Seed {
    /// Half of them within a week, so that dates coincide; the rest within a year on either side of the new law.
    fileprivate mutating func dateOfCase() -> LocalDate {
        let newLaw = LocalDate(daysSinceEpoch: 19_723)
        return newLaw.adding(days: Int.random(in: once(in: 2) ? -3...3 : -365...365, using: &self))
    }

    fileprivate mutating func instantOfCase() -> Instant {
        let hour = one(of: [0, 10, 23])
        return Instant(milliseconds: Int64(dateOfCase().daysSinceEpoch * 24 + hour) * 3_600_000)
    }

    fileprivate mutating func moment() -> Moment {
        once(in: 2) ? .date(dateOfCase()) : .instant(instantOfCase())
    }
}

extension Seed {
    /// A moment at which to look at such cases: of the years 2023 to 2025.
    package mutating func momentOfCases() -> Instant {
        Instant(milliseconds: Int64.random(in: 1_672_531_200_000..<1_767_225_600_000, using: &self))
    }
}
