import Configuration
import Deadlines
import Foundation
import Rules
import Store
import Telling
import TestSupport
import Testing

@testable import Notices

/// Every language says the same, each in its own words.
@Suite struct LanguageTests {
    private let room: SendingRoom
    /// The shipped files by language and name.
    private var files: [Settings.Language: [String: String]] = [:]

    init() throws {
        room = try SendingRoom()
        for language in Settings.Language.allCases {
            let shipped = try ScratchConfiguration()
            try withExtendedLifetime(shipped) {
                try shipped.replace(
                    "#language = \"da\"", with: "language = \"\(language.rawValue)\"", in: "fristd.toml")
                files[language] = try SettingsReader(file: shipped.file).read().wording.texts
            }
        }
    }

    /// The gaps that a text fills or asks for: `asks`, `due`.
    private func gaps(_ text: String) -> Set<String> {
        Set(text.matches(of: #/\{\{[#^\/]?(\w+)\}\}/#).map { String($0.1) })
    }

    /// The texts of an `ord.toml` by key.
    private func texts(_ table: TomlTable) -> [String: String] {
        var texts: [String: String] = [:]
        for key in table.keys {
            switch table.value(key) {
            case .string(let text): texts[table.path(key)] = text
            case .table(let inner): texts.merge(self.texts(inner)) { first, _ in first }
            default: continue
            }
        }
        return texts
    }

    @Test func `each language has the same files, and fills the same gaps in them`() throws {
        let danish = try #require(files[.danish])
        for (language, own) in files where language != .danish {
            #expect(Set(own.keys).symmetricDifference(danish.keys) == [], "\(language)")
            for (name, text) in own {
                #expect(gaps(text).symmetricDifference(gaps(danish[name] ?? "")) == [], "\(language.rawValue)/\(name)")
            }
        }
    }

    @Test func `each language has the same words, and fills the same gaps in them`() throws {
        let words = files.mapValues { texts(TomlDocument(file: "ord.toml", text: $0["ord.toml"] ?? "").root) }
        let danish = try #require(words[.danish])
        #expect(danish.count > 50)
        for (language, own) in words {
            #expect(Set(own.keys).symmetricDifference(danish.keys) == [], "\(language)")
            for (key, text) in own {
                #expect(gaps(text).symmetricDifference(gaps(danish[key] ?? "")) == [], "\(language.rawValue): \(key)")
            }
        }
    }

    /// The step of a list of what a leader found.
    private static let findings = "findings"

    /// A notice of this stage about something that is really in the store.
    private func notice(
        _ stage: Stage, step: String, undated: Bool = false, _ reason: RecipientReason, caseworker: String = "mhs",
        isList: Bool? = nil
    ) throws -> StoredNotice {
        let isList = isList ?? (stage == .backlog)
        let stored = try #require(
            try room.store.notices(in: Set(QueuedNotice.State.allCases), of: nil).first {
                $0.queued.notice.requirement?.rule.rawValue == "opfoelgning-foerste"
            })
        let planned = stored.queued.notice
        let key = try #require(planned.requirement)
        let item = try NoticeItem.requirement(
            key.rule, .init(ref: key.ref, start: key.start, due: #require(planned.due)))
        let date = key.start.date(in: room.settings.calendar.zone)
        let subject: NoticeSubject =
            switch stage {
            case .reminder, .overdue, .escalation, .breach: planned.subject
            case .checklist: .checklist(key.caseID, RuleID(rawValue: "foer-afgoerelse"), on: date)
            case .handover where !isList: .handover(key.caseID, at: .date(date))
            case .handover, .backlog: isList ? .list(sent: planned.falls) : planned.subject
            case .feed: .feed(silentSince: planned.falls)
            }
        let changed = PlannedNotice(
            subject, step: step, stage: stage,
            recipient: Recipient(person: PersonID(rawValue: "mhs"), role: .raadgiver, reason: reason),
            falls: planned.falls,
            items: step == Self.findings
                ? [.found("journal", answer: "mangler")] : stage == .handover || stage == .checklist ? [item] : [])
        // A reminder that went out after the due date would say so, as the next stage does.
        let scheduled = stage == .reminder ? room.settings.calendar.zone.instant(of: date) : stored.queued.scheduled
        return StoredNotice(
            queued: QueuedNotice(changed, scheduled: scheduled, state: .waiting), law: stored.law,
            grundlag: stored.grundlag, certainFrom: undated ? planned.falls : nil, sent: nil,
            caseworker: PersonID(rawValue: caseworker),
            joined: isList ? [try notice(.backlog, step: step, reason, caseworker: caseworker, isList: false)] : [])
    }

    private static let reasons: [RecipientReason] = [
        .caseworker, .hasRole(.koordinator, TeamID(rawValue: "nord")), .hasRole(.afdelingsleder, nil),
        .substitute(for: PersonID(rawValue: "jpe"), .raadgiver),
        .substitute(for: PersonID(rawValue: "jpe"), .teamleder), .upTheLine(from: .raadgiver, to: .koordinator),
        .upTheLine(from: .teamleder, to: .afdelingsleder), .noCaseworker(.koordinator), .nobodyElse(.centerchef),
    ]

    @Test(arguments: Settings.Language.allCases)
    func `each stage and each reason is worded, with nothing left open`(language: Settings.Language) throws {
        try room.takeOneOfEach()
        let wording = try SendingRoom.wording(try #require(files[language]))
        var messages: [Set<String>] = []
        let questions = [
            (Stage.reminder, "uncertain"), (.reminder, "unconfirmed"), (.escalation, "excused"),
            (.feed, FeedWatch.silentStep), (.reminder, "at-once"), (.checklist, Self.findings),
        ]
        let stages = (Stage.allCases.map { ($0, "x") } + questions).map { ($0.0, $0.1, false) }
        let undated = ([(Stage.reminder, "x"), (.overdue, "x"), (.escalation, "x")] + questions.prefix(3)).map {
            ($0.0, $0.1, true)
        }
        for (stage, step, undated) in stages + undated {
            messages.append([])
            for reason in Self.reasons {
                let text = wording.text(of: try notice(stage, step: step, undated: undated, reason))
                messages[messages.count - 1].insert(text.message)
                for said in [text.message, text.reason, text.entry] {
                    #expect(
                        !said.isEmpty && !said.contains("{") && !said.contains("  ,") && !said.contains("()"), "\(said)"
                    )
                }
                // A list says each thing on a line of its own.
                let items = text.message.dropFirst(text.opening.count + 1).split(separator: "; ")
                let isSaid = items.allSatisfy { text.entry.contains("– \($0)\n") } && says(text)
                #expect(isSaid && text.entry.hasSuffix(text.reason), "\(text.entry)")
                if language == .english { expectEnglish(text.entry) }
            }
        }
        let all = messages.reduce(into: Set()) { $0.formUnion($1) }
        #expect(all.count == messages.map(\.count).reduce(0, +), "two stages say the same: \(messages)")
    }

    /// Whether an entry says what its message does; how to register what has been done stands in the heading above it.
    private func says(_ text: NoticeText) -> Bool {
        if text.registering == nil { return text.entry.contains(text.opening) }
        let asksToRegister = text.entry.contains("registrér") || text.entry.contains("register ")
        let first = text.opening.prefix { $0 != "." && $0 != "?" }
        return text.entry.contains(first) && !asksToRegister && text.message.contains(#/registr|register/#)
    }

    /// Whoever is told reads the message alone: in a mail, in the record.
    @Test(arguments: Settings.Language.allCases)
    func `a stand-in is told whose cases these are, the caseworker is not`(language: Settings.Language) throws {
        try room.takeOneOfEach()
        let wording = try SendingRoom.wording(try #require(files[language]))
        let standIn = RecipientReason.substitute(for: PersonID(rawValue: "jpe"), .raadgiver)
        let stages = Stage.allCases.filter { $0 != .feed }.map { ($0, "x", $0 == .backlog) }
        let others = [
            (Stage.reminder, "uncertain", false), (.reminder, "unconfirmed", false), (.escalation, "excused", false),
            (.handover, "x", true), (.backlog, "x", false),
        ]
        for (stage, step, isList) in stages + others {
            let told = wording.text(of: try notice(stage, step: step, standIn, caseworker: "jpe", isList: isList))
            #expect(
                told.message.contains("jpe") && told.entry.contains("jpe") && says(told), "\(stage): \(told.message)")
            let own = wording.text(of: try notice(stage, step: step, .caseworker, isList: isList)).message
            #expect(!own.contains("mhs") && !own.contains("jpe"), "\(stage): \(own)")
        }
        let taken = wording.text(of: try notice(.handover, step: "x", standIn, caseworker: "jpe")).message
        #expect(taken.hasPrefix(language == .danish ? "Rådgiver jpe har overtaget" : "Caseworker jpe has taken"))
        let before = wording.text(of: try notice(.backlog, step: "x", .caseworker)).message
        #expect(
            before.hasPrefix(
                language == .danish
                    ? "Overskredet før fristd blev taget i brug, det, der stadig kan nås, først."
                    : "Overdue before fristd was taken into use, what can still be done first."))
    }

    @Test(arguments: Settings.Language.allCases)
    func `what is judged after the time limit need not be done within it`(language: Settings.Language) throws {
        try room.takeOneOfEach()
        let wording = try SendingRoom.wording(try #require(files[language]))
        let waiver = try notice(.escalation, step: "excused", .hasRole(.teamleder, nil))
        let within = language == .danish ? "inden fristen" : "within the time limit"
        for (moment, isLate) in [("2026-05-01T08:00:00+02:00", false), ("2027-05-01T08:00:00+02:00", true)] {
            let told = wording.text(of: waiver, told: try Instant(known: moment)).message
            #expect(told.contains(within) != isLate, "\(told)")
        }
    }

    /// Danish stands only in quotation marks, in brackets behind the English, and in the name of an act.
    private func expectEnglish(_ entry: String) {
        let rest = entry.replacing(#/“[^”]*”|\(\w+\)|Barnets lov §[^,]*, stk\. \d/#, with: "")
        #expect(!rest.contains(#/[æøåÆØÅ»«]/#), "\(entry)")
        let danish = [
            "er", "du", "ikke", "og", "sag", "frist", "til", "den", "kl", "registreret", "som", "maj", "juni",
        ]
        let words = rest.lowercased().split { !$0.isLetter }.map(String.init)
        #expect(Set(words).isDisjoint(with: danish), "\(entry)")
    }

    @Test func `English dates are said as people say them`() throws {
        let words = try Words(WordingFiles(directory: "en", texts: #require(files[.english])))
        let date = try #require(LocalDate("2026-06-02"))
        #expect(words.date(date) == "Tuesday 2 June 2026")
        #expect(words.shortDate(date) == "2 June 2026")
        #expect(words.numeric(.date(date), in: room.settings.calendar.zone) == "2026-06-02")
        let instant = try Instant(known: "2026-12-24T08:05:00+01:00")
        #expect(words.instant(instant, in: room.settings.calendar.zone) == "Thursday 24 December 2026 at 08:05")
        #expect(words.numeric(.instant(instant), in: room.settings.calendar.zone) == "2026-12-24 08:05")
    }
}
