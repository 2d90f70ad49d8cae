package import Deadlines

/// One rule on one basis, in the period and the one before.
package struct RuleFigures: Sendable {
    /// The rule.
    package let rule: RuleID
    /// What it was called last, of the versions that the figures are about.
    package let title: String
    /// What it asks for, likewise; nil where no pack has it any more.
    package let asks: String?
    /// Act and § of these versions, oldest first.
    package let citations: [Citation]
    /// What its limits rest on.
    package let grundlag: Grundlag
    /// Whether its limits are of hours.
    package let countsHours: Bool
    /// Met in time, of those judged.
    package let kept: Figure<Ratio>
    /// The same in the period before.
    package let keptBefore: Figure<Ratio>
    /// The same a year before.
    package let keptYearAgo: Figure<Ratio>
    /// How often it was kept in the whole country, where that is known.
    package let country: CountryFigure?
    /// All columns of `compliance`; nil for the committee.
    package let counts: Compliance.Counts?
    /// The same of the period before.
    package let countsBefore: Compliance.Counts?
    /// How many cannot be judged, for want of a time of day or of data; hidden where it is told to the committee of few.
    package let uncertain: Figure<Int>
    /// What stood unmet at the end of the period before, whatever its due date.
    package let atStart: Figure<Int>
    /// The same at the end of this one.
    package let atEnd: Figure<Int>

    /// Where a limit stands.
    package struct Citation: Sendable, Equatable {
        /// Act and §.
        package let law: String
        /// Whether the source was read; false is to be confirmed by the municipality's lawyers.
        package let confirmed: Bool
    }
}

/// All rules on one basis together. Totals are never hidden.
package struct TotalFigures: Sendable {
    /// What the limits rest on.
    package let grundlag: Grundlag
    /// Met in time, of those judged.
    package let kept: Ratio
    /// The same in the period before.
    package let keptBefore: Ratio
    /// The same a year before.
    package let keptYearAgo: Ratio
    /// What stood unmet at the end of the period before.
    package let atStart: Int
    /// The same at the end of this one.
    package let atEnd: Int
}

/// One week's requirements.
package struct WeekFigures: Sendable {
    /// The week.
    package let week: DigestPeriod
    /// Met in time, of those judged, by what the limits rest on.
    package let kept: [Grundlag: Figure<Ratio>]
}

/// One caseworker's load.
package struct LoadFigures: Sendable {
    /// Who; nil is nobody.
    package let caseworker: PersonID?
    /// In which teams the cases are, by id.
    package let teams: [TeamID]
    /// Open cases.
    package let cases: Int
    /// How many there should be at most, where the organisation says so.
    package let most: Int?
    /// What is overdue in them.
    package let overdue: Int
    /// What of that can still be done.
    package let doable: Int
    /// What is due soon in them.
    package let soon: Int

    /// How many cases too many.
    package var excess: Int { most.map { max(0, cases - $0) } ?? 0 }
}
