import ArgumentParser
import Configuration
import Deadlines
import Notices
import Store

/// `fristctl rules diff`: which open due dates a changed pack would move.
struct RulesDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Which open due dates a changed pack would move.",
        usage: "fristctl rules diff [<option> ...]",
        discussion: """
            Compares the packs of --config as they are now with those the daemon works by, on the daemon's cases; with \
            --old with those of another configuration, also on --updates; --last shows what the daemon's last change of \
            rules has moved.
            """)

    @OptionGroup var options: AnalysisOptions
    @Option(
        help: ArgumentHelp("The configuration to compare with.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var old: String?
    @Flag(help: "What the last change moved.")
    var last = false

    func validate() throws {
        if last, old != nil || !options.updates.isEmpty {
            throw ValidationError("--last looks at the daemon's store alone: leave out --old and --updates")
        }
        if !last, !options.updates.isEmpty, old == nil {
            throw ValidationError("--updates has no rules of its own: name the configuration to compare with by --old")
        }
    }

    func run() throws {
        try reporting {
            if last {
                let settings = try options.config.settings()
                return try show(StoreAccess.open(settings).lastMoves()?.moves ?? [], settings)
            }
            let book = try CaseBook(options)
            let after = book.standings().flatMap(\.standing.requirements)
            try show(RuleChange.moves(from: before(book), to: after, at: book.moment), book.settings)
            try book.requireComplete()
        }
    }

    private func show(_ moves: [RuleChange], _ settings: Settings) throws {
        if options.json {
            print(JSON.list(moves.map { $0.json(in: settings.calendar.zone) }).document)
        } else {
            try printTable(moves, settings)
        }
    }

    private func before(_ book: CaseBook) throws -> [Requirement] {
        guard let old else { return try StoreAccess.open(book.settings).requirements().map(\.requirement) }
        return book.standings(under: try SettingsReader(file: old).read()).flatMap(\.standing.requirements)
    }

    private func printTable(_ moves: [RuleChange], _ settings: Settings) throws {
        let wording = try Wording(settings)
        var table = Table([
            wording.column(.case), wording.column(.ref, .cut(rank: 0)), wording.column(.rule, .cut(rank: 1)),
            wording.column(.dueBefore), wording.column(.dueAfter),
        ])
        for move in moves {
            table.add([
                move.key.caseID.rawValue, move.key.ref?.rawValue ?? "", wording.title(of: move.key),
                move.before.map(wording.numeric) ?? "–", move.after.map(wording.numeric) ?? "–",
            ])
        }
        table.print(orSay: last ? "no change of rules has moved a due date" : "no open due date would move")
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
