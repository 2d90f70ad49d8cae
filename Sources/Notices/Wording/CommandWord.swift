/// What a command says to whoever answers a notice or looks into a case.
package enum CommandWord: String, Phrase {
    case acknowledged, didYouMean, doable, noCase, noCaseInNotice, noLeader, noNotice, noRule, notAhead, notMissing,
        notice
    case othersNotice, settled, settledAlready, several, snoozed, snoozedToLast, soBegins

    package enum Gaps: String, Gap {
        case `case`, due, hint, key, person, recipient, ref, refs, rule, title, today, until, what, word, words
    }

    package var table: String? { "command" }
}

extension Wording {
    /// What a command says, its gaps filled by these.
    package func say(_ word: CommandWord, _ gaps: [CommandWord.Gaps: String] = [:]) -> String {
        words.say(word, gaps.reduce(into: [:]) { $0 = $0 + [$1.key: $1.value] })
    }
}
