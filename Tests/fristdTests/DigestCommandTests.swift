import Foundation
import TestSupport
import Testing

@Suite struct DigestCommandTests {
    private let configuration: ScratchConfiguration
    private let cases: String

    init() throws {
        configuration = try ScratchConfiguration(wholeLaw: true)
        cases = configuration.path("cases.jsonl")
        try DigestCases.lines().write(toFile: cases, atomically: true, encoding: .utf8)
    }

    private func digest(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram("fristctl").run(
            [
                "digest", "--config", configuration.file, "--updates", cases, "--as-of", "2026-05-18T08:00:00+02:00",
                "--for",
            ] + arguments)
    }

    private func compliance(_ updates: String, _ from: String, _ to: String, _ asOf: String) throws -> [String: [String:
        Any]]
    {
        let rows = try fristctl(
            configuration, "compliance", "--updates", updates, "--from", from, "--to", to, "--as-of", asOf, "--json"
        ).rows()
        return Dictionary(uniqueKeysWithValues: rows.map { ("\($0["rule"] ?? "") \($0["grundlag"] ?? "")", $0) })
    }

    /// The nineteen cases of the report on København, for the whole of 2019.
    @Test func `by rule it counts as compliance does, this period and the one before`() throws {
        let updates = try #require(Bundle.module.path(forResource: "Resources/koebenhavn-2020", ofType: "jsonl"))
        let asOf = "2020-01-02T08:00:00+01:00"
        let digest = try fristctl(
            configuration, "digest", "--for", "afd", "--period", "quarter", "--updates", updates, "--as-of", asOf,
            "--json"
        ).rows()[0]
        #expect(digest["period"] as? String == "2019-Q4")
        let now = try compliance(updates, "2019-10-01", "2019-12-31", asOf)
        let before = try compliance(updates, "2019-07-01", "2019-09-30", asOf)
        let rules = try #require(digest["rules"] as? [[String: Any]])
        #expect(rules.count == Set(now.keys).union(before.keys).count && now.count > 5)
        for rule in rules {
            let name = "\(rule["rule"] ?? "") \(rule["grundlag"] ?? "")"
            let previous = try #require(rule["previous"] as? [String: Any])
            for column in ["met", "late", "missing", "excused", "pending", "uncertain"] {
                #expect(rule[column] as? Int == now[name]?[column] as? Int ?? 0, "\(name) \(column)")
                #expect(previous[column] as? Int == before[name]?[column] as? Int ?? 0, "\(name) \(column) before")
            }
            #expect(rule["percent"] as? Double == now[name]?["percent"] as? Double, "\(name)")
            #expect(rule["overdue_at_end"] as? Int == now[name]?["overdue_at_end"] as? Int ?? 0, "\(name)")
            #expect(rule["overdue_at_start"] as? Int == before[name]?["overdue_at_end"] as? Int ?? 0, "\(name)")
        }
    }

    /// No source has said anything, so that no hour limit without an assessment is surely missed.
    @Test func `where the data do not reach, compliance too says uncertain`() throws {
        let (from, to, asOf) = ("2026-05-11", "2026-05-17", "2026-05-18T08:00:00+02:00")
        let hours = "underretning-24-timer lov"
        let live = try #require(try compliance(cases, from, to, asOf)[hours])
        let missing = try #require(live["missing"] as? Int)
        #expect(missing > 0 && live["overdue_at_end"] as? Int == missing)
        try configuration.set("feed", "batched", "true")
        let batched = try #require(try compliance(cases, from, to, asOf)[hours])
        #expect(batched["missing"] as? Int == 0 && batched["uncertain"] as? Int == missing)
        #expect(batched["overdue_at_end"] as? Int == 0)
        let rules = try #require(try digest("afd", "--json").rows()[0]["rules"] as? [[String: Any]])
        let rule = try #require(rules.first { $0["rule"] as? String == "underretning-24-timer" })
        #expect(rule["uncertain"] as? Int == missing && rule["overdue_at_end"] as? Int == 0)
    }

    @Test func `week by week it counts as compliance does`() throws {
        let weeks = try #require(try digest("afd", "--json").rows()[0]["weeks"] as? [[String: Any]])
        #expect(weeks.count == 12)
        for (index, week) in weeks.enumerated() {
            let lov = try #require(week["lov"] as? [String: Any])
            // The twelfth week is that of 11 May.
            let monday = try #require(
                Calendar(identifier: .gregorian).date(
                    byAdding: .day, value: 7 * (index - 11), to: Date(timeIntervalSince1970: 1_778_457_600)))
            func text(_ date: Date) -> String { String(date.ISO8601Format().prefix(10)) }
            let rows = try compliance(
                cases, text(monday), text(monday.addingTimeInterval(6 * 86_400)), "2026-05-18T08:00:00+02:00"
            ).filter { $0.key.hasSuffix(" lov") }.values
            func sum(_ columns: String...) -> Int {
                rows.reduce(0) { sum, row in sum + columns.reduce(0) { $0 + (row[$1] as? Int ?? 0) } }
            }
            #expect(lov["met"] as? Int == sum("met") && lov["judged"] as? Int == sum("met", "late", "missing"))
        }
    }

    @Test func `text, page and JSON say the same numbers`() throws {
        let (json, text) = try (digest("tln", "--json").rows()[0], digest("tln").output)
        let page = try digest("tln", "--page").output.replacing("\u{A0}", with: " ")
        // A sentence may be broken where a line ends.
        let running = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let overdue = try #require(json["overdue"] as? [String: Any])
        func number(_ name: String) throws -> Int { try #require(overdue[name] as? Int) }
        let change = try
            "var det \(number("before")). Siden er \(number("new")) kommet til, og \(number("resolved")) er løst."
        for form in [running, page] {
            #expect(form.contains("\(try number("now")) frister er overskredet nu") && form.contains(change))
            #expect(form.contains("\(try #require(json["cases"] as? Int)) åbne sager."))
        }
        let rules = try #require(json["rules"] as? [[String: Any]])
        try #require(rules.count > 2)
        let titles = page.matches(
            of:
                #/<th scope="row">([^<]+)<span class="law">[^<]*<\/span>(?:<span class="law">[^<]*<\/span>)?<\/th><td>([^<]*)<\/td>/#
        )
        #expect(titles.count == rules.count)
        for (rule, title) in zip(rules, titles) {
            let judged = try #require(rule["judged"] as? Int)
            guard judged > 0 else { continue }
            let kept = "\(try #require(rule["met"] as? Int)) ud af \(judged) ("
            #expect(title.2.hasPrefix(kept) && running.contains("Overholdt: \(kept)"))
            let at = try #require(running.range(of: "- \(title.1) ("))
            #expect(running[at.upperBound...].prefix(120).contains(": \(kept)"), "\(title.1)")
        }
        for age in try #require(overdue["ages"] as? [[String: Any]]) {
            let count = try #require(age["count"] as? Int)
            #expect(text.contains(#/ dage: (\d+)\n/#) && page.contains(">\(count)</text>"))
        }
        let load = try #require(json["caseworkers"] as? [[String: Any]])
        for row in load {
            let (name, cases) = (try #require(row["caseworker"] as? String), try #require(row["cases"] as? Int))
            #expect(page.contains("<th scope=\"row\">\(name)</th><td class=\"number\">\(cases)</td>"))
            #expect(text.contains(try Regex("  \(name) +\(cases) ")))
        }
    }

    @Test func `a caseworker gets the cases, with what is open in each`() throws {
        let list = try digest("raad-1", "--json").rows()[0]
        let cases = try #require(list["cases"] as? [[String: Any]])
        let text = try digest("raad-1").output
        #expect(text.hasPrefix("Sagsgennemgang: raad-1\n") && cases.count > 5)
        for entry in cases {
            let caseID = try #require(entry["case"] as? String)
            let open = try #require(entry["open"] as? [[String: Any]])
            #expect(text.contains("\n\(caseID), team "))
            let deadlines = try fristctl(
                configuration, "deadlines", "--updates", self.cases, "--as-of", "2026-05-18T08:00:00+02:00", "--case",
                caseID,
                "--json"
            ).rows().filter { ["pending", "missing"].contains($0["status"] as? String) }
            #expect(open.map { $0["rule"] as? String } == deadlines.map { $0["rule"] as? String }, "\(caseID)")
        }
        let mine = try fristctl(
            configuration, "deadlines", "--updates", self.cases, "--as-of", "2026-05-18T08:00:00+02:00", "--json"
        ).rows().filter { $0["caseworker"] as? String == "raad-1" }
        #expect(Set(mine.map { $0["case"] as? String }) == Set(cases.map { $0["case"] as? String }))
    }

    @Test func `a leader's own cases are had by asking for them`() throws {
        #expect(try digest("tln", "--cases").output.contains("Der er ingen sager registreret hos tln."))
    }

    @Test func `what cannot be is told`() throws {
        let unknown = try digest("ukendt")
        #expect(unknown.status == 1 && unknown.errors.contains("ingen hedder »ukendt«"))
        #expect(try digest("tln", "--period", "weak").status == 64)
        #expect(try digest("tln", "--page", "--json").status == 64)
        #expect(try fristctl(configuration, "digest").status == 64)
    }

    @Test func `a closed case stands last in the caseworker's list, and is counted apart`() throws {
        let file = configuration.path("closed.jsonl")
        try [
            #"{"id": "ca", "case": "2026-1", "event": "indsats.ivaerksat", "at": "2025-06-01", "ref": "ind-1", "caseworker": "mhs", "data": {"type": "aflastning"}}"#,
            #"{"id": "cb", "case": "2026-1", "event": "sag.afsluttet", "at": "2026-03-01"}"#,
            #"{"id": "cc", "case": "2026-2", "event": "indsats.ivaerksat", "at": "2025-12-01", "ref": "ind-1", "caseworker": "mhs", "data": {"type": "aflastning"}}"#,
            #"{"id": "cd", "case": "2026-2", "event": "paamindelse.kvitteret", "at": "2026-05-01", "data": {"noegle": "abc", "af": "mhs"}}"#,
        ].joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try fristctl(
            configuration, "digest", "--for", "mhs", "--updates", file, "--as-of", "2026-05-18T08:00:00+02:00")
        let text = outcome.output
        #expect(
            text.replacing(#/\s+/#, with: " ").contains(
                "1 åben sag (der bør højst være 25) med 1 overskredet frist; desuden 1 i 1 afsluttet sag."), "\(text)")
        let (open, closed) = (text.range(of: "\n2026-2\n"), text.range(of: "\n2026-1 (afsluttet)\n"))
        #expect(try #require(open).lowerBound < #require(closed).lowerBound)
        // What was told of a case has not happened in it.
        #expect(text.contains("Seneste hændelse: indsats iværksat 1. december 2025."), "\(text)")
    }
}
