package import Deadlines

/// How something was found in the cases that were read.
package struct ReviewCounts: Sendable, Equatable {
    private var byAnswer: [String: Int] = [:]
    /// How many were judged: those that are left out where shares are counted are not among them.
    package private(set) var judged = 0
    /// How many of these say that something is lacking.
    package private(set) var lacking = 0

    /// How many have this answer.
    package func count(_ answer: String) -> Int { byAnswer[answer] ?? 0 }

    mutating func add(_ answer: String, under review: LeadersReview) {
        byAnswer[answer, default: 0] += 1
        if !review.leftOut.contains(answer) { judged += 1 }
        if review.lacking.contains(answer) { lacking += 1 }
    }
}

/// What leaders found in a period and in the one before, by team, and what of the open cases has been read lately.
package struct ReviewFigures: Sendable {
    /// One team's, or that of cases without a team.
    package struct Team: Sendable {
        /// The team.
        package let team: TeamID?
        /// What was found, by what was looked at, in the order of the packs.
        package let rows: [Row]
        /// Its caseworkers by id, cases without one last.
        package let caseworkers: [Coverage]
    }

    /// One thing that was looked at.
    package struct Row: Sendable {
        /// Its code.
        package let code: String
        /// What was found in the period.
        package let now: ReviewCounts
        /// What was found in the one before.
        package let before: ReviewCounts
    }

    /// What of a caseworker's open cases has been read lately.
    package struct Coverage: Sendable, Equatable {
        /// Whose; nil is nobody's.
        package let caseworker: PersonID?
        /// How many open cases there are.
        package let open: Int
        /// How many of these were read lately.
        package let read: Int
        /// When a case was last read that was this caseworker's then, lately.
        package let last: LocalDate?
    }

    /// The days in which it was found.
    package let period: Period
    /// Those before.
    package let before: Period
    /// When it was looked at.
    package let moment: Instant
    /// The answers there are, in the order of the packs.
    package let answers: [String]
    /// By id, cases without a team last.
    package let teams: [Team]
}
