/// A heading or a label of digests and case lists; no code speaks of them, their templates do.
enum OverviewWord: String, Phrase, Gap {
    case againstMost, agreed, ahead, all, casesAndLimits, caseworkers, closed, comingUp, doable, figuresBelow, firstDue,
        howLong, kept
    case keptAndOverdue, keptByWeek, keptInPeriod, language, limitsIn, lineIsMost, mostImportant, noneDue, note
    case otherFigures, overdueAtEnd, overdueAtStart, overdueFor, toSettle, twelveWeeks, week, weekByWeek

    var table: String? { "overview" }
}

extension Filling where Name: Phrase, Name.Gaps == NoGap {
    /// Every word of a table, under its key.
    init(_ words: Words) { self = Name.allCases.reduce([:]) { $0 + [$1: words.say($1)] } }
}
