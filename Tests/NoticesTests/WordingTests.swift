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

    init() throws { templates = try ScratchConfiguration.shippedSettings().wording.texts }

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

    @Test(arguments: [
        ("{{registred}}", "digest.html", "\"{{registred}}\" stands for nothing here; did you mean \"registered\"?"),
        (
            "{{overview.ketp}}", "digest.txt",
            "\"{{overview.ketp}}\" stands for nothing here; did you mean \"overview.kept\"?"
        ),
        // A row knows it, the page does not.
        ("{{#when}}{{/when}}", "digest.html", "\"{{when}}\" stands for nothing here"),
        ("{{#details}}{{#weeks}}{{wek}}{{/weeks}}{{/details}}", "digest.txt", "\"{{wek}}\" stands for nothing here"),
        ("{{capitalized(statee)}}", "cases.txt", "\"{{statee}}\" stands for nothing here"),
        (
            "{{#cases}}{{{clsed}}}{{/cases}}", "cases.html",
            "\"{{clsed}}\" stands for nothing here; did you mean \"closed\"?"
        ),
        ("{{> head}}", "cases.html", "\"{{head}}\" is neither a name nor a section"),
        ("{{.}}", "cases.txt", "\"{{.}}\""),
    ])
    func `a digest's templates are checked like the others, each section for what it knows`(
        text: String, name: String, told: String
    ) throws {
        let shipped = try #require(templates["\(name).mustache"])
        let line = shipped.count { $0 == "\n" } + 1
        let found = faults { $0["\(name).mustache"] = shipped + text }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("\(name).mustache:\(line): \(told)") == true, "\(found)")
    }

    @Test(arguments: [
        ("no_start = ", "{{evnts}}", "events"), ("out_of = ", "{{hole}}", "whole"),
        ("headline_soon = ", "{{dys}}", "days"),
    ])
    func `a word that speaks of what nothing fills is told by file, line and key`(
        key: String, text: String, near: String
    )
        throws
    {
        let words = try #require(templates["ord.toml"])
        let place = try #require(words.range(of: "\n\(key)\""))
        let line = words[..<place.upperBound].count { $0 == "\n" } + 1
        let found = faults { $0["ord.toml"] = words.replacingCharacters(in: place, with: "\n\(key)\"\(text)") }
        #expect(found.count == 1)
        let told = found.first ?? ""
        #expect(told.hasPrefix("da/ord.toml:\(line): ") && told.contains(key.dropLast(3)), "\(found)")
        #expect(told.hasSuffix("\"\(text)\" stands for nothing here; did you mean \"\(near)\"?"), "\(found)")
    }

    /// What no shipped text uses would be told as right although nothing fills it.
    @Test func `every name is one that a shipped text uses`() throws {
        let root = TomlDocument(file: "ord.toml", text: try #require(templates["ord.toml"])).root
        func unused<Kind: Phrase>(_ kind: Kind.Type) -> Set<String> {
            let texts = kind.allCases.compactMap { phrase in
                switch phrase.table {
                case nil: templates["\(phrase.key).mustache"]
                case "": root.string(phrase.key)
                case let table?: root.table(table)?.string(phrase.key)
                }
            }
            let names = texts.joined().matches(of: #/\{\{[^}]*\}\}/#).flatMap { $0.output.matches(of: #/[a-z_]+/#) }
            return Set(Kind.Gaps.names.map(\.snakeCased)).subtracting(names.map { String($0.output) })
        }
        for kind in Words.kinds {
            // A text may cite the law; the shipped ones leave that to the entry.
            #expect(unused(kind).subtracting(["law"]).isEmpty, "\(kind): \(unused(kind))")
        }
        let pages = templates.filter { $0.key.hasSuffix(".mustache") }.values.joined()
        for word in OverviewWord.allCases where ![.ahead, .doable, .toSettle].contains(word) {
            #expect(pages.contains("overview.\(word.key)"), "\(word)")
        }
    }

    @Test func `no words at all are told, not taken for empty ones`() {
        let found = faults { $0["ord.toml"] = nil }
        #expect(found.count > 5 && found.allSatisfy { $0.hasPrefix("da/ord.toml") })
    }

    @Test func `every stage, role and status has words`() throws {
        let words = try Words(WordingFiles(directory: "da", texts: templates))
        #expect(Set(Stage.allCases.map { words.say($0) }).count == Stage.allCases.count)
        #expect(Set(Role.allCases.map { words.say($0) }).count == Role.allCases.count)
        #expect(Set(Status.allCases.map { words.say($0) }).count == Status.allCases.count)
    }

    @Test func `whoever asks why they got it is answered`() throws {
        let words = try Words(WordingFiles(directory: "da", texts: templates))
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
        let words = try Words(WordingFiles(directory: "da", texts: templates))
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
