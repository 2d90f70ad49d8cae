import Deadlines
import Figures
import Mustache
import Rules
import Store
import Telling

/// The words of one language that notices are put together from: `ord.toml` beside the templates.
struct Words: Sendable {
    private let weekdays: [String]
    private let months: [String]
    /// Short texts with gaps, by name; ``init(file:text:)`` has seen to it that all are there.
    private let forms: [String: MustacheTemplate]
    private let names: [String: String]
    /// What stands between a number and its tenths.
    let decimalPoint: String
    private static let columns = [
        "due", "status", "case", "ref", "caseworker", "rule", "time", "recipient", "message", "law", "grundlag",
        "ladder",
        "in_force", "key", "state", "sink", "attempts", "since", "due_before", "due_after", "team", "uncertain",
        "percent", "missed", "overdue_at_end", "cases",
        "most",
        "overdue", "soon", "change", "event", "at",
    ]
    /// What an import does about an update.
    private static let changes = ["new", "changed", "corrected", "taken_back", "reach", "vanished", "disputed"]
    private static let dates = [
        "date", "short_date", "numeric_date", "instant", "short_instant", "numeric_instant", "out_of",
    ]
    private static let formLists = [
        ("lacking", ["nothing", "none", "some"]), ("ended", ["case", "own", "own_untitled"]),
        ("reason", ["caseworker", "role", "substitute", "line", "vacant", "nobody"]),
        ("limit", ["hours", "days", "weeks", "working_days", "months"]),
        ("step", ["at_once", "half_way", "none_since", "excused", "before", "overdue", "after", "missing"]),
        (
            "absence",
            [
                "other_cases", "no_start", "not_in_force", "other_data", "not_running", "under_age", "unknown_date",
                "plan_over", "elsewhere", "event", "update",
            ]
        ),
        ("time_line", ["update", "field", "requirement", "notice", "planned_notice"]),
        (
            "sum",
            [
                "limit", "end_of_span", "own_end", "named", "before_child_date", "not_before_start", "paused",
                "counted",
                "said", "not_said", "both_run", "decision", "planned", "update",
            ]
        ),
        ("digest", Words.digest), ("digest_period", PeriodKind.allCases.map(\.rawValue)),
        ("digest_in", PeriodKind.allCases.map(\.rawValue)),
        (
            "case_list",
            ["title", "summary", "none", "last", "nothing", "later", "over", "uncertain", "paused", "ahead"]
        ),
    ]
    private static let digest = [
        "title", "written", "committee", "registered", "no_cases", "nothing", "cases", "overdue", "none_overdue",
        "part",
        "change", "first", "uncertain", "more_overdue", "more_soon", "soon", "over", "ahead", "item", "kept",
        "none_judged", "hidden",
        "hidden_note", "unconfirmed_note", "law", "closed", "unjudged", "rule", "total", "stood", "week", "excess",
        "nobody", "holder", "no_team", "count", "against",
        "waits",
        "waits_before", "sort", "still", "share", "all_shares", "headline_new", "headline_standing", "headline_hours",
        "headline_unassigned",
        "headline_crowded", "headline_missed", "headline_soon", "reach", "reach_unknown", "office", "offices", "also",
    ]
    private static let digestNames = [
        ("digest_grundlag", Grundlag.allCases.map(\.rawValue)),
        ("digest_age", OverdueFigures.Age.allCases.map(\.rawValue)),
        ("digest_previous", PeriodKind.allCases.map(\.rawValue)),
        ("digest_whole", PeriodKind.allCases.map(\.rawValue)),
    ]

    init(file: String, text: String) throws(Faults) {
        let document = TomlDocument(file: file, text: text)
        let root = document.root
        weekdays = Words.list("weekdays", count: 7, root)
        months = Words.list("months", count: 12, root)
        decimalPoint = root.requiredString("decimal_point") ?? ""
        var forms = Words.forms(Words.dates, root, prefix: "")
        for (key, names) in Words.formLists {
            let table = root.table(key) ?? root.emptyTable(key)
            forms.merge(Words.forms(names, table, prefix: "\(key).")) { first, _ in first }
            table.refuseUnknownKeys()
        }
        self.forms = forms
        let lists: [(String, [String])] = [
            ("grundlag", Grundlag.allCases.map(\.rawValue)), ("stage", Stage.allCases.map(\.rawValue)),
            ("role", Role.allCases.map(\.rawValue)), ("status", Status.allCases.map(\.rawValue)),
            ("column", Words.columns), ("flag", ["yes", "no"]),
            ("state", QueuedNotice.State.allCases.map(\.rawValue)), ("sink", Sink.allCases.map(\.rawValue)),
            ("change", Words.changes),
        ]
        let allLists = lists + Words.digestNames
        var names: [String: String] = [:]
        for (key, words) in allLists {
            names.merge(Words.names(key, words, root)) { first, _ in first }
        }
        self.names = names
        root.refuseUnknownKeys()
        guard document.faults.isEmpty else { throw Faults(document.faults) }
    }

    private static func list(_ key: String, count: Int, _ root: TomlTable) -> [String] {
        let words = root.required(key, "a list of \(count) words") ? root.strings(key) ?? [] : []
        if words.count != count { root.fault(key, "must have \(count) words, not \(words.count)") }
        return words
    }

    private static func forms(_ names: [String], _ table: TomlTable, prefix: String) -> [String: MustacheTemplate] {
        var forms: [String: MustacheTemplate] = [:]
        for name in names {
            guard let text = table.requiredString(name) else { continue }
            do { forms[prefix + name] = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text) } catch {
                table.fault(name, "is no mustache text: \(error)")
            }
        }
        return forms
    }

    private static func names(_ key: String, _ words: [String], _ root: TomlTable) -> [String: String] {
        let table = root.table(key) ?? root.emptyTable(key)
        let names = words.map { ("\(key).\($0)", table.requiredString($0) ?? "") }
        table.refuseUnknownKeys()
        return Dictionary(names, uniquingKeysWith: { first, _ in first })
    }

    /// The word for `word` in the list `list`.
    func name(_ list: String, _ word: String) -> String { names["\(list).\(word)"] ?? word }

    /// `3 måneder`.
    func limit(_ limit: TimeLimit) -> String {
        let unit =
            switch limit {
            case .hours: "hours"
            case .days: "days"
            case .weeks: "weeks"
            case .workingDays: "working_days"
            case .months: "months"
            }
        return form("limit.\(unit)", ["count": String(limit.count), "one": limit.count == 1 ? "1" : nil])
    }

    /// What a role is called.
    func role(_ role: Role) -> String { names["role.\(role.rawValue)"] ?? role.rawValue }

    /// What kind of message a stage is.
    func stage(_ stage: Stage) -> String { names["stage.\(stage.rawValue)"] ?? stage.rawValue }

    /// What a limit rests on.
    func grundlag(_ grundlag: Grundlag) -> String { names["grundlag.\(grundlag.rawValue)"] ?? grundlag.rawValue }

    /// The same beside what the law is called; nil where it would say that twice.
    func grundlag(_ grundlag: Grundlag, beside law: String) -> String? {
        let words = self.grundlag(grundlag)
        return words.lowercased() == law.lowercased() ? nil : words
    }

    /// Why this person got it, in a case of this caseworker.
    func reason(
        _ reason: RecipientReason, of recipient: Recipient, caseworker: PersonID?, teamName: (TeamID) -> String,
        isOfSeveral: Bool = false
    ) -> String {
        switch reason {
        case .caseworker: return form("reason.caseworker", ["several": isOfSeveral ? "1" : nil])
        case .hasRole(let role, let team):
            return form("reason.role", ["role": self.role(role), "team": team.map(teamName)])
        case .substitute(let person, let role):
            let asked = recipient.role == role ? nil : self.role(recipient.role)
            return form("reason.substitute", ["person": person.rawValue, "role": self.role(role), "asked": asked])
        case .upTheLine(let from, let to):
            let away = from == .raadgiver ? caseworker?.rawValue : nil
            return form("reason.line", ["from": role(from), "to": role(to), "caseworker": away])
        case .noCaseworker(let role): return form("reason.vacant", ["role": self.role(role)])
        case .nobodyElse(let role): return form("reason.nobody", ["role": self.role(role)])
        }
    }

    /// `tirsdag den 2. juni 2026`.
    func date(_ date: LocalDate) -> String { form("date", parts(of: date)) }

    /// `2. juni 2026`.
    func shortDate(_ date: LocalDate) -> String { form("short_date", parts(of: date)) }

    /// `2. juni 2026`, and a time of day where there is one.
    func short(_ moment: Moment, in zone: Zone) -> String {
        switch moment {
        case .date(let date): shortDate(date)
        case .instant(let instant): form("short_instant", parts(of: instant, in: zone))
        }
    }

    /// `02-06-2026`, and a time of day where there is one.
    func numeric(_ moment: Moment, in zone: Zone) -> String {
        let (year, month, day) = moment.date(in: zone).components
        var parts = ["day": Words.twoDigits(day), "month": Words.twoDigits(month), "year": String(year)]
        guard case .instant(let instant) = moment else { return form("numeric_date", parts) }
        parts.merge(Words.time(of: instant, in: zone)) { date, _ in date }
        return form("numeric_instant", parts)
    }

    /// `tirsdag den 12. maj 2026 kl. 10.00`.
    func instant(_ instant: Instant, in zone: Zone) -> String {
        form("instant", parts(of: instant, in: zone))
    }

    /// A date or an instant in words.
    func moment(_ moment: Moment, in zone: Zone) -> String {
        switch moment {
        case .date(let date): self.date(date)
        case .instant(let instant): self.instant(instant, in: zone)
        }
    }

    /// `juli 2013`.
    func month(_ month: Month) -> String {
        form(
            "digest_period.month",
            ["month": self.month(month.firstDay), "year": String(month.firstDay.components.year)])
    }

    /// `maj`.
    func month(_ date: LocalDate) -> String { months[date.components.month - 1] }

    private func parts(of date: LocalDate) -> [String: String?] {
        let (year, month, day) = date.components
        let weekday = Weekday.allCases.firstIndex(of: date.weekday).map { weekdays[$0] }
        return ["weekday": weekday, "day": String(day), "month": months[month - 1], "year": String(year)]
    }

    private func parts(of instant: Instant, in zone: Zone) -> [String: String?] {
        parts(of: zone.date(of: instant)).merging(Words.time(of: instant, in: zone)) { date, _ in date }
    }

    private static func time(of instant: Instant, in zone: Zone) -> [String: String] {
        let minute = zone.minuteOfDay(of: instant)
        return ["hour": twoDigits(minute / 60), "minute": twoDigits(minute % 60)]
    }

    func form(_ name: String, _ values: [String: String?]) -> String {
        forms[name]?.render(values.compactMapValues(\.self)) ?? ""
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
