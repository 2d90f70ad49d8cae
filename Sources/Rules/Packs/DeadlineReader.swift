import Deadlines

/// Reads a deadline.
extension FormReader {
    func deadline() -> DeadlineForm? {
        let start = start("start", each: table.flag("each") ?? false)
        let sum = sum(from: start)
        let met = proofs.required("met_by", of: start)
        let excused = proofs.optional("excused_by", of: start)
        let whileRunning = choice("while")
        let unlessRunning = choice("unless_running")
        let voidBy = patterns.patterns(table, "void_by")
        let waiver = waiver()
        let age = table.integer("not_under_age") ?? 0
        let mayPause = table.flag("may_pause") ?? false
        let outlives = table.flag("outlives_case") ?? false
        let all = table.flag("all_must_be_met") ?? false
        guard let start, let sum, let met else { return nil }
        var form = DeadlineForm(start: start, due: sum, met: met)
        form.whileRunning = whileRunning
        form.unlessRunning = unlessRunning
        form.voidBy = voidBy
        form.excused = excused
        form.waiver = waiver
        form.notUnderAge = age
        form.mayPause = mayPause
        form.outlivesCase = outlives
        form.allMustBeMet = all
        return form
    }

    /// `waiver = { says = "børnesamtalen er fravalgt", otherwise = "skal samtalen holdes" }`
    private func waiver() -> Waiver? {
        guard let inner = table.table("waiver") else { return nil }
        defer { inner.refuseUnknownKeys() }
        if !table.keys.contains("excused_by") { table.fault("waiver", "needs what excuses it: excused_by = […]") }
        guard let says = inner.requiredString("says"), let otherwise = inner.requiredString("otherwise") else {
            return nil
        }
        return Waiver(says: says, otherwise: otherwise)
    }

    private func sum(from start: Start?) -> DueSum? {
        let base = base(start?.patterns(declarations.spans) ?? [])
        let running = (table.strings("or_end_of_running") ?? []).compactMap { name -> SpanID? in
            if declarations.spans[SpanID(rawValue: name)] != nil { return SpanID(rawValue: name) }
            let hint = NearestWord.hint(name, in: declarations.spans.keys.map(\.rawValue))
            table.fault("or_end_of_running", "no pack declares the span \"\(name)\"\(hint)")
            return nil
        }
        let ownEnd = table.flag("or_own_end") ?? false
        if ownEnd, case .events = start {
            table.fault("or_own_end", "needs a start that is a span: start = { span = \"…\" }")
        }
        return base.map { DueSum(base: $0, orEndOfRunning: running, orOwnEnd: ownEnd) }
    }

    /// One of `within`, `due_field` and `before_child_date`.
    private func base(_ start: [EventPattern]) -> DueSum.Base? {
        let given = ["within", "due_field", "before_child_date"].filter { table.keys.contains($0) }
        guard let key = given.first else {
            table.document.fault(
                table.path,
                "\"within\" is missing; it must be a limit such as { months = 4 }, "
                    + "or stand as due_field = \"…\" or before_child_date = { … }")
            return nil
        }
        if given.count > 1 { table.fault(given[1], "a deadline has only one of \(given.joined(separator: " and "))") }
        switch key {
        case "due_field":
            let moved = patterns.patterns(table, "moved_by")
            let latest = LimitReader.limit(table, "at_latest")
            return dateField(key, of: start).map { .field($0, movedBy: moved, atLatest: latest) }
        case "before_child_date": return childDate(table, key).map(DueSum.Base.childDate)
        default:
            let counts = table.flag("start_day_counts") ?? false
            let from = dateField("counted_from", of: start)
            return LimitReader.required(table, key).map { .limit($0, startCounts: counts, from: from) }
        }
    }
}
