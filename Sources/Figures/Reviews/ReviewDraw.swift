package import Deadlines

/// Draws open children's cases of a team for a leader to read, so that anybody can draw the same again.
///
/// Cases are drawn in the order of the SHA-256 of the seed and the case's reference, each followed by a zero byte: what is drawn
/// depends on the seed and the cases alone, neither on the machine nor on the order in which they come, and more cases drawn with
/// the same seed are the same and some more.
package struct ReviewDraw: Sendable {
    /// How many are drawn.
    package enum Size: Sendable, Equatable {
        /// So many at most.
        case cases(Int)
        /// One of each caseworker's.
        case onePerCaseworker
    }

    /// The seeds there are: short enough that with a separator or two they are no CPR number.
    package static let seeds = 1...99_999_999

    private let team: TeamID
    private let theme: ReviewTheme?
    private let seed: Int
    private let isAgain: Bool
    private let moment: Instant
    private let law: Law
    private let review: LeadersReview
    private let calendar: WorkCalendar
    private var open: [ReviewSample.Entry] = []
    private var drawnBefore: Set<CaseID> = []

    /// Nothing to draw from yet.
    ///
    /// - Parameters:
    ///   - theme: leaves other cases out.
    ///   - again: draws also what was drawn lately.
    ///   - moment: the cases are drawn from as they are then.
    package init(
        of team: TeamID, theme: ReviewTheme?, seed: Int, again: Bool, at moment: Instant, under law: Law,
        _ review: LeadersReview, on calendar: WorkCalendar
    ) {
        self.team = team
        self.theme = theme
        self.seed = seed
        isAgain = again
        self.moment = moment
        self.law = law
        self.review = review
        self.calendar = calendar
    }

    /// Adds a case of these updates: one that may be drawn, or one that says what was drawn before, whichever team did so.
    package mutating func add(_ caseID: CaseID, updates: [Update]) {
        let file = CaseFile(caseID, updates: updates, law: law, zone: calendar.zone, at: moment)
        let today = calendar.zone.date(of: moment)
        if law.namespace(of: caseID) == review.namespace {
            let drawn = file.draws(under: law).filter { review.counts($0.date, on: today, by: calendar) }
            return drawnBefore.formUnion(drawn.map(\.caseID))
        }
        guard law.namespace(of: caseID) == nil, file.holder.team == team, file.isOpen(under: law),
            theme.map({ file.has($0, on: today, under: law, by: calendar) }) ?? true
        else { return }
        open.append(ReviewSample.Entry(caseID: caseID, caseworker: file.holder.caseworker))
    }

    /// The cases drawn, once all have been added.
    package func sample(_ size: Size) -> ReviewSample {
        let eligible = isAgain ? open : open.filter { !drawnBefore.contains($0.caseID) }
        let ordered = eligible.map { ($0, order: Fingerprint.of([String(seed), $0.caseID.rawValue])) }
            .sorted { $0.order < $1.order }.map(\.0)
        var cases: [ReviewSample.Entry]
        switch size {
        case .cases(let count): cases = Array(ordered.prefix(count))
        case .onePerCaseworker:
            var seen: Set<PersonID> = []
            cases = ordered.filter { $0.caseworker.map { seen.insert($0).inserted } ?? false }
            cases.sort { ($0.caseworker?.rawValue ?? "") < ($1.caseworker?.rawValue ?? "") }
        }
        let drawnFrom = Set(eligible.compactMap(\.caseworker))
        return ReviewSample(
            cases: cases, open: open.count, leftOut: open.count - eligible.count,
            unassigned: eligible.count { $0.caseworker == nil },
            passedOver: Set(open.compactMap(\.caseworker)).subtracting(drawnFrom).sorted())
    }
}

/// The cases that were drawn, and from how many.
package struct ReviewSample: Sendable {
    /// A case, and whose it is.
    package struct Entry: Sendable, Equatable {
        /// The case.
        package let caseID: CaseID
        /// Its caseworker, where one is known.
        package let caseworker: PersonID?
    }

    /// In the order in which they were drawn; of one from each caseworker in the order of these.
    package let cases: [Entry]
    /// How many open cases there are.
    package let open: Int
    /// How many of them were not drawn from, as they had been drawn lately.
    package let leftOut: Int
    /// How many of the others have no caseworker.
    package let unassigned: Int
    /// The caseworkers all of whose cases had been drawn lately.
    package let passedOver: [PersonID]
}

extension CaseFile {
    /// What was drawn for review, as a team's case says it.
    func draws(under law: Law) -> [(caseID: CaseID, ref: Reference?, date: LocalDate)] {
        entries(ofKinds: law.vocabulary.kinds(meaning: .drawsForReview)).compactMap { entry in
            law.vocabulary.value(.caseID, of: entry.update)?.asWord.map {
                (CaseID(rawValue: $0), entry.update.ref, entry.date)
            }
        }
    }
}
