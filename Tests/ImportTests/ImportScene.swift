import Configuration
import Deadlines
import Foundation
import Import
import Spool
import TestSupport

/// An import under the rules as shipped, and what a store would have of those before it.
struct ImportScene {
    let settings: Settings
    let mapping: Mapping
    private let reader: UpdateReader
    /// All updates taken in so far, as a store keeps them.
    private(set) var store: [Update] = []

    init(_ mapping: String) throws {
        settings = try ScratchConfiguration.wholeSettings()
        self.mapping = try Self.mapping(mapping)
        reader = UpdateReader(vocabulary: settings.law.vocabulary, rules: settings.law.ruleNames)
    }

    var zone: Zone { settings.calendar.zone }

    static func mapping(_ text: String) throws -> Mapping {
        let vocabulary = try ScratchConfiguration.wholeSettings().law.vocabulary
        return try MappingReader(file: "m.toml", text: text, vocabulary: vocabulary).mapping()
    }

    /// What an export comes to; nothing is taken in.
    func conversion(_ export: String, named name: String = "a.csv", now: String = "2027-01-01T12:00:00+01:00") throws
        -> Conversion
    {
        try conversion(bytes: Array(export.utf8), named: name, now: now)
    }

    /// The same of an export as it lies on disk.
    func conversion(bytes: [UInt8], named name: String = "a.csv", now: String = "2027-01-01T12:00:00+01:00") throws
        -> Conversion
    {
        let takesBack = settings.law.vocabulary.kinds(meaning: .takesBack)
        let earlier = EarlierUpdates(
            own: store.filter { $0.id.rawValue.hasPrefix(mapping.prefix) },
            takingBack: store.filter { takesBack.contains($0.event) })
        let clock = WallTime(now: try Instant(known: now), zone: zone)
        return try ExportReader(mapping, reader: reader, vocabulary: settings.law.vocabulary)
            .read(bytes, named: name, clock: clock, earlier: earlier).conversion
    }

    /// Takes in an export.
    @discardableResult
    mutating func take(_ export: String, named name: String = "a.csv") throws -> Conversion {
        let conversion = try conversion(export, named: name)
        try take(conversion.entries.map(\.update))
        return conversion
    }

    /// Takes in updates as a store does: the same again changes nothing, another of the same id is an error.
    mutating func take(_ updates: [Update]) throws {
        for update in updates {
            if let known = store.first(where: { $0.id == update.id }) {
                guard known == update else { throw Conflict(id: update.id) }
            } else {
                // What a store keeps is what a reader has read.
                store.append(try reader.update(from: update.inputLine(in: zone).utf8))
            }
        }
    }

    struct Conflict: Error {
        let id: UpdateID
    }

    /// The requirements of all cases at `moment`, as texts.
    func requirements(at moment: Instant) -> Set<String> {
        let cases = Dictionary(grouping: store, by: \.caseID)
        return Set(
            cases.flatMap { caseID, updates in
                standing(of: caseID, updates: updates, under: settings.law, on: settings.calendar, at: moment)
                    .requirements.map { "\($0)" }
            })
    }
}

extension Conversion {
    /// Each entry as a line of words.
    var told: [String] {
        entries.map { entry in
            let what =
                switch entry.reason {
                case .new: "new"
                case .takesBack: "back"
                case .replaces: "instead"
                case .follows: "follows"
                case .reach: "reach"
                }
            return "\(entry.row) \(what) \(entry.update.caseID) \(entry.update.ref?.rawValue ?? "-") "
                + "\(entry.update.event)"
        }
    }

    /// Each refusal as a person reads it.
    var refused: [String] { refusals.map { "\(Refusal($0))" } }
}
