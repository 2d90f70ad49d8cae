import Deadlines
import Mustache

/// The words of one language that notices are put together from: `ord.toml` beside the templates.
struct Words: Sendable {
    private let weekdays: [String]
    private let months: [String]
    /// Short texts with gaps, by name; ``init(file:text:)`` has seen to it that all are there.
    private let forms: [String: MustacheTemplate]
    private let names: [String: String]

    private static let reasons = ["caseworker", "role", "substitute", "line", "vacant", "nobody"]

    init(file: String, text: String) throws(Faults) {
        let document = TomlDocument(file: file, text: text)
        let root = document.root
        weekdays = Words.list("weekdays", count: 7, root)
        months = Words.list("months", count: 12, root)
        var forms = Words.forms(["date", "short_date", "instant"], root, prefix: "")
        let reasons = root.table("reason") ?? root.emptyTable("reason")
        forms.merge(Words.forms(Words.reasons, reasons, prefix: "reason.")) { first, _ in first }
        reasons.refuseUnknownKeys()
        self.forms = forms
        var names = Words.names("grundlag", Grundlag.allCases.map(\.rawValue), root)
        names.merge(Words.names("stage", Stage.allCases.map(\.rawValue), root)) { first, _ in first }
        names.merge(Words.names("role", Role.allCases.map(\.rawValue), root)) { first, _ in first }
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

    /// What a role is called.
    func role(_ role: Role) -> String { names["role.\(role.rawValue)"] ?? role.rawValue }

    /// What kind of message a stage is.
    func stage(_ stage: Stage) -> String { names["stage.\(stage.rawValue)"] ?? stage.rawValue }

    /// What a limit rests on.
    func grundlag(_ grundlag: Grundlag) -> String { names["grundlag.\(grundlag.rawValue)"] ?? grundlag.rawValue }

    /// Why this person got it.
    func reason(_ reason: RecipientReason) -> String {
        switch reason {
        case .caseworker: form("reason.caseworker", [:])
        case .hasRole(let role, let team): form("reason.role", ["role": self.role(role), "team": team?.rawValue])
        case .substitute(let person, let role):
            form("reason.substitute", ["person": person.rawValue, "role": self.role(role)])
        case .upTheLine(let from, let to): form("reason.line", ["from": role(from), "to": role(to)])
        case .noCaseworker(let role): form("reason.vacant", ["role": self.role(role)])
        case .nobodyElse(let role): form("reason.nobody", ["role": self.role(role)])
        }
    }

    /// `tirsdag den 2. juni 2026`.
    func date(_ date: LocalDate) -> String { form("date", parts(of: date)) }

    /// `2. juni 2026`.
    func shortDate(_ date: LocalDate) -> String { form("short_date", parts(of: date)) }

    /// `tirsdag den 12. maj 2026 kl. 10.00`.
    func instant(_ instant: Instant, in zone: Zone) -> String {
        var parts = parts(of: zone.date(of: instant))
        let minute = zone.minuteOfDay(of: instant)
        parts["hour"] = Words.twoDigits(minute / 60)
        parts["minute"] = Words.twoDigits(minute % 60)
        return form("instant", parts)
    }

    /// A date or an instant in words.
    func moment(_ moment: Moment, in zone: Zone) -> String {
        switch moment {
        case .date(let date): self.date(date)
        case .instant(let instant): self.instant(instant, in: zone)
        }
    }

    private func parts(of date: LocalDate) -> [String: String?] {
        let (year, month, day) = date.components
        let weekday = Weekday.allCases.firstIndex(of: date.weekday).map { weekdays[$0] }
        return ["weekday": weekday, "day": String(day), "month": months[month - 1], "year": String(year)]
    }

    private func form(_ name: String, _ values: [String: String?]) -> String {
        forms[name]?.render(values.compactMapValues(\.self)) ?? ""
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
