package import Deadlines
package import Telling

/// Reads rule packs into one law, or tells everything that is wrong with them.
///
/// Packs may refer to one another: what one declares (kinds, codes, spans, ladders) every other may use.
package struct LawReader {
    private let documents: [TomlDocument]

    /// A reader of these packs, each a file's name and its text.
    package init(_ packs: [(file: String, text: String)]) {
        documents = packs.map { TomlDocument(file: $0.file, text: $0.text) }
    }

    /// The law, and by which ladders its rules are told.
    ///
    /// - Throws: every fault of every pack.
    package func read() throws(Faults) -> (law: Law, ladders: [LadderID: Ladder]) {
        let roots = documents.map(\.root)
        var declarations = Declarations()
        for root in roots { declarations.readNamespaces(root) }
        for root in roots { declarations.readRuleNames(root) }
        for root in roots { declarations.readTitles(root) }
        for root in roots { declarations.readCodes(root) }
        for root in roots { declarations.readKinds(root) }
        for root in roots { declarations.readSpans(root) }
        for root in roots { declarations.readLadders(root) }
        var versions: [(rule: Rule, table: TomlTable)] = []
        for root in roots {
            versions += RuleReader(declarations: declarations, pack: PackHeader(root)).rules(root)
        }
        let rules = join(versions)
        let reader = ChecklistReader(declarations: declarations, rules: rules)
        let checklists = roots.flatMap { $0.tables("checklist").compactMap(reader.checklist) }
        let statistics = StatisticReader(declarations: declarations).statistics(roots)
        let country = CountryReader(ruleNames: declarations.ruleNames.union(rules.keys)).figures(roots)
        let review = ReviewReader(declarations: declarations, rules: Set(rules.keys)).review(roots)
        for root in roots { root.refuseUnknownKeys() }
        let faults = documents.flatMap(\.faults)
        guard faults.isEmpty else { throw Faults(faults) }
        let law = Law(
            vocabulary: Vocabulary(
                kinds: declarations.kinds, fieldTitles: declarations.fieldTitles, codeTitles: declarations.codeTitles),
            spans: declarations.spans, rules: rules,
            namespaces: declarations.namespaces, ruleNames: declarations.ruleNames,
            formerNames: declarations.formerNames, checklists: checklists, statistics: statistics,
            country: country, review: review)
        return (law, declarations.ladders)
    }

    /// The versions of each rule, oldest first; two in force on one day are a fault.
    private func join(_ versions: [(rule: Rule, table: TomlTable)]) -> [RuleID: [Rule]] {
        var joined: [RuleID: [Rule]] = [:]
        for (rule, table) in versions {
            if let other = joined[rule.id]?.first(where: { $0.inForce.overlaps(rule.inForce) }) {
                table.fault(
                    "id",
                    "\"\(rule.id)\" has two versions in force at once, here and as \(other.law); "
                        + "let the pack's \"until\" or \"from\" part them")
            }
            joined[rule.id, default: []].append(rule)
        }
        let sorted = joined.mapValues { versions in
            versions.sorted { ($0.inForce.from?.daysSinceEpoch ?? .min) < ($1.inForce.from?.daysSinceEpoch ?? .min) }
        }
        for (rule, table) in versions { tellGap(before: rule, among: sorted[rule.id] ?? [], table) }
        return sorted
    }

    /// A day between two versions, on which a start would fall under neither, is a fault.
    private func tellGap(before rule: Rule, among versions: [Rule], _ table: TomlTable) {
        guard let from = rule.inForce.from,
            let earlier = versions.last(where: { $0.inForce.until.map { $0 < from } ?? false }),
            let until = earlier.inForce.until, until.adding(days: 1) < from
        else { return }
        table.fault(
            "id",
            "\"\(rule.id)\" is in no version from \(until.adding(days: 1)) to \(from.adding(days: -1)); "
                + "let \(earlier.law) last until \(from.adding(days: -1)), or this one begin sooner")
    }
}

/// What a pack says about all of its rules.
struct PackHeader {
    /// The days on which a start falls under this pack.
    let inForce: Period

    init(_ root: TomlTable) {
        guard let pack = root.table("pack") else {
            inForce = Period()
            return
        }
        // What the pack is called is for its readers.
        _ = pack.string("title")
        inForce = Period(from: pack.date("from"), until: pack.date("until"))
        if let from = inForce.from, let until = inForce.until, until < from {
            pack.fault("until", "\(until) is before \"from\", \(from)")
        }
        pack.refuseUnknownKeys()
    }
}
