import Deadlines

/// Reads `[[statistic]]`: what digests count besides requirements.
struct StatisticReader {
    let declarations: Declarations

    private enum FormWord: String, CaseIterable {
        case count, delay, waiting, share
    }

    /// The statistics of all packs; what is wrong with one is told, and it is left out.
    func statistics(_ roots: [TomlTable]) -> [Statistic] {
        var seen: Set<StatisticID> = []
        return roots.flatMap { $0.tables("statistic") }.compactMap { table in
            guard let statistic = statistic(table) else { return nil }
            if !seen.insert(statistic.id).inserted {
                table.fault("id", "the statistic \"\(statistic.id)\" is declared twice")
            }
            return statistic
        }
    }

    private func statistic(_ table: TomlTable) -> Statistic? {
        let id = table.requiredString("id")
        let title = table.requiredString("title")
        let about = table.string("about")
        if let id, !IdentifierForm.staff.matches(id) {
            table.fault("id", "\"\(id)\" must be \(IdentifierForm.staff.description)")
        }
        guard let word = table.requiredWord("form", FormWord.self) else { return nil }
        let form = form(word, table)
        table.refuseUnknownKeys()
        guard let id, let title, let form else { return nil }
        return Statistic(id: StatisticID(rawValue: id), title: title, about: about, form: form)
    }

    private func form(_ word: FormWord, _ table: TomlTable) -> Statistic.Form? {
        let patterns = PatternReader(declarations: declarations)
        switch word {
        case .count: return occurrence(table).map { .count($0, against: rival(table), by: field(table, "by", of: $0)) }
        case .delay:
            let events = patterns.required(table, "events")
            guard let late = LimitReader.required(table, "late_after") else { return nil }
            guard late.unit == .days else {
                table.fault("late_after", "must be days: { days = 7 }")
                return nil
            }
            return .delay(events, lateAfter: late.count)
        case .waiting:
            let from = patterns.required(table, "from")
            let to = patterns.required(table, "to")
            return .waiting(
                from: from, to: to, unlessRunning: span(table, "unless_running"), by: field(table, "by", of: to))
        case .share:
            let part = patterns.required(table, "part")
            return .share(part: part, whole: patterns.required(table, "whole"))
        }
    }

    private func occurrence(_ table: TomlTable) -> Statistic.Occurrence? {
        let events = PatternReader(declarations: declarations).patterns(table, "events")
        guard let span = span(table, "span") else {
            if table.value("events") == nil, table.value("span") == nil {
                table.document.fault(table.path, "must name what is counted: events = [\"…\"], or span = \"…\"")
            }
            return events.isEmpty ? nil : .events(events)
        }
        if table.value("events") != nil { table.fault("span", "excludes \"events\"; one of them is counted") }
        return .span(span)
    }

    /// A span that some pack declares.
    private func span(_ table: TomlTable, _ key: String) -> SpanID? {
        table.keys.contains(key) ? declarations.span(table, key)?.id : nil
    }

    private func rival(_ table: TomlTable) -> (title: String, occurrence: Statistic.Occurrence)? {
        guard let inner = table.table("against") else { return nil }
        defer { inner.refuseUnknownKeys() }
        let title = inner.requiredString("title")
        let occurrence = occurrence(inner)
        guard let title, let occurrence else { return nil }
        return (title, occurrence)
    }

    private func field(_ table: TomlTable, _ key: String, of occurrence: Statistic.Occurrence) -> FieldName? {
        // A span has no fields.
        guard case .events(let patterns) = occurrence else { return nil }
        return field(table, key, of: patterns)
    }

    /// A field that every kind of `patterns` declares.
    private func field(_ table: TomlTable, _ key: String, of patterns: [EventPattern]) -> FieldName? {
        guard let name = table.string(key) else { return nil }
        let field = FieldName(rawValue: name)
        for kind in patterns.compactMap({ declarations.kinds[$0.event] }) where kind.fields[field] == nil {
            table.fault(key, "\(kind.name) has no field", unlike: name, in: kind.fields.keys)
        }
        return field
    }
}
