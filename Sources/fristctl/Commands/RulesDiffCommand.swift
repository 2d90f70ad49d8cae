import ArgumentParser
import Configuration
import Deadlines
import Notices
import Store

/// `fristctl rules diff`: which open due dates a changed pack would move.
struct RulesDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Which open due dates a changed pack would move.",
        discussion: """
            Compares the packs of --config as they are now with those the daemon works by, on the daemon's cases; with \
            --old with those of another configuration, also on --updates.
            """)

    @OptionGroup var options: AnalysisOptions
    @Option(help: ArgumentHelp("The configuration to compare with.", valueName: "file"))
    var old: String?

    func validate() throws {
        if !options.updates.isEmpty, old == nil {
            throw ValidationError("--updates has no rules of its own: name the configuration to compare with by --old")
        }
    }

    func run() throws {
        try reporting {
            let book = try CaseBook(options)
            let after = book.standings().flatMap(\.standing.requirements)
            let before = try before(book)
            let moves = RuleChange.moves(from: before, to: after, at: book.moment)
            let zone = book.settings.calendar.zone
            if options.json {
                print(JSON.list(moves.map { $0.json(in: zone) }).document)
            } else {
                try printTable(moves, book.settings)
            }
            try book.requireComplete()
        }
    }

    private func before(_ book: CaseBook) throws -> [Requirement] {
        if let old {
            var config = ConfigOption()
            config.file = old
            let settings = try config.settings()
            return book.standings(under: settings).flatMap(\.standing.requirements)
        }
        do { return try StoreAccess.open(book.settings).requirements().map(\.requirement) } catch {
            throw error is Failure ? error : Failure(.failed, error)
        }
    }

    private func printTable(_ moves: [RuleChange], _ settings: Settings) throws {
        let wording = try Wording(settings)
        var table = Table(["case", "ref", "rule", "due_before", "due_after"].map { wording.name("column", $0) })
        for move in moves {
            table.add([
                move.key.caseID.rawValue, move.key.ref?.rawValue ?? "", move.key.rule.rawValue,
                move.before.map(wording.numeric) ?? "–", move.after.map(wording.numeric) ?? "–",
            ])
        }
        for line in table.lines(width: Output.width) { print(line) }
    }
}

extension RuleChange {
    /// A row of `rules diff --json`.
    fileprivate func json(in zone: Zone) -> JSON {
        .object([
            ("case", .text(key.caseID.rawValue)), ("ref", .optional(key.ref?.rawValue)),
            ("rule", .text(key.rule.rawValue)), ("start", .text(key.start.text(in: zone))),
            ("due_before", .optional(before?.text(in: zone))), ("due_after", .optional(after?.text(in: zone))),
        ])
    }
}
