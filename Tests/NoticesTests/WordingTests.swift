import Configuration
import Deadlines
import Foundation
import Rules
import Telling
import TestSupport
import Testing

@testable import Notices

@Suite struct WordingTests {
    private let templates: [String: String]

    init() throws { templates = try ScratchConfiguration.shippedSettings().templates }

    private func faults(_ change: (inout [String: String]) -> Void) -> [String] {
        var changed = templates
        change(&changed)
        let faults = #expect(throws: Faults.self) { try SendingRoom.wording(changed) }
        return faults?.list.map(\.description) ?? []
    }

    @Test(arguments: ["reminder", "overdue", "escalation", "breach", "uncertain", "entry", "block", "explain"])
    func `a template that is missing is told by its file`(name: String) {
        #expect(faults { $0["\(name).mustache"] = nil } == ["da/\(name).mustache: the template is missing"])
    }

    @Test func `a template that is none is told by file and line`() {
        let found = faults { $0["entry.mustache"] = "first\nsecond {{#ref}}\nthird" }
        #expect(found.count == 1)
        #expect(
            found.first?.wholeMatch(of: #/da/entry\.mustache:[23]: is no mustache template: .+/#) != nil, "\(found)")
    }

    @Test func `a word that is missing is told by file, line and key`() throws {
        let words = try #require(templates["ord.toml"])
        let header = "[stage]\n"
        let line = try #require(words.range(of: header)).lowerBound
        let number = words[..<line].count { $0 == "\n" } + 1
        let found = faults { $0["ord.toml"] = words.replacingOccurrences(of: "breach = \"MANGLER\"\n", with: "") }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("da/ord.toml:\(number): stage: \"breach\" is missing") == true, "\(found)")
    }

    @Test func `all faults are told at once, an unknown word with the nearest known`() {
        let found = faults { templates in
            templates["block.mustache"] = nil
            templates["ord.toml"] = templates["ord.toml"]?
                .replacingOccurrences(of: "\nkoordinator =", with: "\nkordinator =")
                .replacingOccurrences(of: "\"mandag\", ", with: "")
        }
        #expect(found.contains { $0.hasPrefix("da/block.mustache: ") })
        #expect(found.contains { $0.contains("weekdays") && $0.contains("must have 7 words, not 6") })
        #expect(found.contains { $0.contains("role.kordinator") && $0.contains("koordinator") })
    }

    @Test func `a name that stands for nothing is told with the nearest that does`() {
        let found = faults { templates in
            templates["reminder.mustache"] =
                "Der er endnu {{lacking}}.\n{{#caseworker}}{{caseworker}}{{/caseworker}} {{deu}}"
            templates["entry.mustache"] = "{{! nothing }}{{#itmes}}{{.}}{{^last()}}, {{/last()}}{{/itmes}}{{&message}}"
        }
        #expect(
            Set(found) == [
                "da/reminder.mustache:2: \"{{deu}}\" stands for nothing here; did you mean \"due\"?",
                "da/entry.mustache:1: \"{{itmes}}\" stands for nothing here; did you mean \"items\"?",
            ], "\(found)")
    }

    /// What no language uses would be told as right although nothing fills it.
    @Test func `every name is one that a shipped text uses`() {
        var used: [[String]: Set<String>] = [:]
        for template in Wording.Template.allCases {
            guard let known = TemplateNames.known(to: template) else { continue }
            let text = templates["\(template.rawValue).mustache"] ?? ""
            let names = text.matches(of: #/[a-z_]+/#).map { String($0.output) }
            used[known.sorted(), default: []].formUnion(names)
        }
        // A text may cite the law; the shipped ones leave that to the entry.
        for (known, names) in used { #expect(Set(known).subtracting(names).subtracting(["law"]).isEmpty) }
    }

    @Test func `no words at all are told, not taken for empty ones`() {
        let found = faults { $0["ord.toml"] = nil }
        #expect(found.count > 5 && found.allSatisfy { $0.hasPrefix("da/ord.toml") })
    }

    @Test func `every stage, role and status has words`() throws {
        let words = try Words(file: "da/ord.toml", text: #require(templates["ord.toml"]))
        #expect(Set(Stage.allCases.map { words.stage($0) }).count == Stage.allCases.count)
        #expect(Set(Role.allCases.map { words.role($0) }).count == Role.allCases.count)
        #expect(Set(Status.allCases.map { words.name("status", $0.rawValue) }).count == Status.allCases.count)
    }

    @Test func `whoever asks why they got it is answered`() throws {
        let words = try Words(file: "da/ord.toml", text: #require(templates["ord.toml"]))
        let mhs = PersonID(rawValue: "mhs")
        let reasons: [(Role, RecipientReason, String)] = [
            (.raadgiver, .caseworker, "Du er sagens rådgiver."),
            (.teamleder, .hasRole(.teamleder, TeamID(rawValue: "nord")), "Du er teamleder i team nord."),
            (.afdelingsleder, .hasRole(.afdelingsleder, nil), "Du er afdelingsleder."),
            (
                .raadgiver, .substitute(for: mhs, .raadgiver),
                "Du er stedfortræder, mens mhs (rådgiver) er fraværende."
            ),
            (
                .teamleder, .substitute(for: PersonID(rawValue: "afd"), .afdelingsleder),
                "Der er ingen teamleder eller stedfortræder til stede, så beskeden går til afdelingsleder. "
                    + "Du er stedfortræder, mens afd (afdelingsleder) er fraværende."
            ),
            (
                .teamleder, .upTheLine(from: .teamleder, to: .afdelingsleder),
                "Der er ingen teamleder eller stedfortræder til stede, så beskeden går til dig som afdelingsleder."
            ),
            (
                .raadgiver, .upTheLine(from: .raadgiver, to: .koordinator),
                "Sagens rådgiver, mhs, er fraværende, og ingen stedfortræder er til stede, "
                    + "så beskeden går til dig som koordinator."
            ),
            (
                .raadgiver, .noCaseworker(.koordinator),
                "Der er ikke registreret en rådgiver på sagen, så beskeden går til dig som koordinator."
            ),
            (
                .vagt, .nobodyElse(.vagt),
                "Du er vagthavende og registreret som fraværende, men ingen anden, der kan få beskeden, er til stede."
            ),
        ]
        for (role, reason, text) in reasons {
            let recipient = Recipient(person: PersonID(rawValue: "jpe"), role: role, reason: reason)
            #expect(words.reason(reason, of: recipient, caseworker: mhs, teamName: \.rawValue) == text)
        }
    }

    @Test func `dates are said as people say them`() throws {
        let words = try Words(file: "da/ord.toml", text: #require(templates["ord.toml"]))
        let zone = try ScratchConfiguration.shippedSettings().calendar.zone
        let date = try #require(LocalDate("2026-06-02"))
        #expect(words.date(date) == "tirsdag den 2. juni 2026")
        #expect(words.shortDate(date) == "2. juni 2026")
        #expect(words.numeric(.date(date), in: zone) == "02-06-2026")
        let instant = try Instant(known: "2026-12-24T08:05:00+01:00")
        #expect(words.instant(instant, in: zone) == "torsdag den 24. december 2026 kl. 08.05")
        #expect(words.numeric(.instant(instant), in: zone) == "24-12-2026 08.05")
    }
}
