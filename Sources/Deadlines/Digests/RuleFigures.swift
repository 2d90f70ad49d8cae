/// One rule on one basis, in the period and the one before.
public struct RuleFigures: Sendable {
    /// The rule.
    public let rule: RuleID
    /// What it was called last, of the versions that the figures are about.
    public let title: String
    /// Act and § of these versions, oldest first.
    public let citations: [Citation]
    /// What its limits rest on.
    public let grundlag: Grundlag
    /// Whether its limits are of hours.
    public let countsHours: Bool
    /// Met in time, of those judged.
    public let kept: Figure<Ratio>
    /// The same in the period before.
    public let keptBefore: Figure<Ratio>
    /// All columns of `compliance`; nil for the committee.
    public let counts: Compliance.Counts?
    /// The same of the period before.
    public let countsBefore: Compliance.Counts?
    /// How many cannot be judged, for want of a time of day or of data; hidden where it is told to the committee of few.
    public let uncertain: Figure<Int>
    /// What stood unmet at the end of the period before, whatever its due date.
    public let atStart: Figure<Int>
    /// The same at the end of this one.
    public let atEnd: Figure<Int>

    /// Where a limit stands.
    public struct Citation: Sendable, Equatable {
        /// Act and §.
        public let law: String
        /// Whether the source was read; false is to be confirmed by the municipality's lawyers.
        public let confirmed: Bool
    }
}

/// All rules on one basis together. Totals are never hidden.
public struct TotalFigures: Sendable {
    /// What the limits rest on.
    public let grundlag: Grundlag
    /// Met in time, of those judged.
    public let kept: Ratio
    /// The same in the period before.
    public let keptBefore: Ratio
    /// What stood unmet at the end of the period before.
    public let atStart: Int
    /// The same at the end of this one.
    public let atEnd: Int
}

/// One week's requirements.
public struct WeekFigures: Sendable {
    /// The week.
    public let week: DigestPeriod
    /// Met in time, of those judged, by what the limits rest on.
    public let kept: [Grundlag: Figure<Ratio>]
}

/// One caseworker's load.
public struct LoadFigures: Sendable {
    /// Who; nil is nobody.
    public let caseworker: PersonID?
    /// In which teams the cases are, by id.
    public let teams: [TeamID]
    /// Open cases.
    public let cases: Int
    /// How many there should be at most, where the organisation says so.
    public let most: Int?
    /// What is overdue in them.
    public let overdue: Int
    /// What is due soon in them.
    public let soon: Int

    /// How many cases too many.
    public var excess: Int { most.map { max(0, cases - $0) } ?? 0 }
}
