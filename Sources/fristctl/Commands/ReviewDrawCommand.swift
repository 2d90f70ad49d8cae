import ArgumentParser
import Configuration
import Deadlines
import Figures
import Notices

/// `fristctl review draw`: cases for a leader to read, drawn so that anybody can draw them again.
struct ReviewDrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "Draw open cases of a team for a leader to read, and note that they were drawn.",
        usage: "fristctl review draw --team <team> (--cases <n> | --one-per-caseworker) --as <person> [<option> ...]",
        discussion: """
            The same seed draws the same of the same cases, on every machine: cases are taken in the order of the SHA-256 of \
            the seed and the reference. What was drawn in the last twelve months is left out. What is printed at the end \
            shows the same sample again.

            Twelve of a team:  fristctl review draw --team nord --cases 12 --as tln
            One of each, to look at first:  fristctl review draw --team nord --one-per-caseworker --dry-run
            """)

    @OptionGroup var options: AnalysisOptions

    @Option(help: ArgumentHelp("Of this team.", valueName: "team"), completion: .teams)
    var team: TeamID
    @Option(help: ArgumentHelp("So many cases.", valueName: "n"))
    var cases: Int?
    @Flag(help: "One case of each caseworker.")
    var onePerCaseworker = false
    @Option(
        help: ArgumentHelp("Only cases of this theme of the rule packs.", valueName: "theme"), completion: .reviewThemes
    )
    var theme: ThemeID?
    @Flag(help: "Draw also what was drawn in the last twelve months.")
    var again = false
    @Option(help: ArgumentHelp("What the sample follows from; a new one where it is left out.", valueName: "n"))
    var seed: Int?
    @Option(help: ArgumentHelp("What the review is called; the half-year where it is left out.", valueName: "name"))
    var review: Reference?
    @Option(
        name: .customLong("as"), help: ArgumentHelp("The leader who draws them.", valueName: "person"),
        completion: .people)
    var person: PersonID?
    @Flag(help: "Show the sample, and note nothing.")
    var dryRun = false

    func validate() throws {
        if (cases == nil) != onePerCaseworker { throw ValidationError("give either --cases or --one-per-caseworker") }
        if let cases, cases < 1 { throw ValidationError("--cases \(cases) draws nothing; give 1 or more") }
        if let seed, !ReviewDraw.seeds.contains(seed) {
            let (first, last) = (ReviewDraw.seeds.lowerBound, ReviewDraw.seeds.upperBound)
            throw ValidationError("--seed \(seed) is not from \(first) to \(last)")
        }
        if dryRun { return }
        if person == nil { throw ValidationError("say who draws them with --as, or only look with --dry-run") }
        if !options.updates.isEmpty || options.asOf != nil {
            throw ValidationError("--updates and --as-of only look: add --dry-run")
        }
    }

    func run() throws {
        try reporting {
            let book = try CaseBook(options)
            let law = book.settings.law
            let review = try law.requireReview()
            try book.settings.requireTeam(team)
            if let person { try book.settings.requireLeader(person, who: .leadersDraw) }
            let seed = seed ?? Int.random(in: ReviewDraw.seeds)
            var draw = ReviewDraw(
                of: team, theme: try theme.map { try book.settings.theme($0, of: review) }, seed: seed, again: again,
                at: book.moment,
                under: law, review, on: book.settings.calendar)
            for (caseID, updates) in book.cases { draw.add(caseID, updates: updates.map(\.update)) }
            let sample = draw.sample(cases.map(ReviewDraw.Size.cases) ?? .onePerCaseworker)
            let drawn = DrawnSample(sample: sample, draw: self, seed: seed, book: book)
            if !dryRun { try drawn.submit(review) }
            try drawn.print()
            try book.requireComplete()
        }
    }
}

extension Settings {
    /// The theme of this name.
    ///
    /// - Throws: a `Failure` that names those there are.
    fileprivate func theme(_ id: ThemeID, of review: LeadersReview) throws -> ReviewTheme {
        if let theme = review.themes.first(where: { $0.id == id }) { return theme }
        let known = review.themes.map(\.id.rawValue)
        let wording = try Wording(self)
        let gaps: [ReviewCommandWord.Gaps: String?] = [
            .theme: id.rawValue, .themes: known.isEmpty ? nil : known.joined(separator: ", "),
            .hint: wording.hint(id.rawValue, in: known),
        ]
        throw Failure(.badData, [wording.say(ReviewCommandWord.noTheme, gaps)])
    }
}
