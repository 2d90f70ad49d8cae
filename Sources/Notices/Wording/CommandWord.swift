/// What a command says to whoever looks into cases or answers a notice.
package enum CommandWord: String, Phrase {
    case acknowledged, didYouMean, directoryNamed, doable, fileDenied, fileMissing, fileUnread, formerRule, leadersDraw,
        leadersSettle
    case leadsNobody, noCase, noCaseInNotice, noDeadlines, noLeader, noneDue, noNotice, noNotices, noPerson, noReason,
        noRule, noTeam
    case notAhead, notice, notMissing, othersNotice, settled, settledAlready, several, snoozed, snoozedToLast, soBegins

    package enum Gaps: String, Gap {
        case act, `case`, due, file, from, hint, key, person, present, reason, reasons, recipient, ref, refs, rule,
            team, title
        case today, until, what, why, word, words
    }

    package var table: String? { "command" }
}

extension Wording {
    /// What a command says, its gaps filled by these.
    package func say(_ word: CommandWord, _ gaps: [CommandWord.Gaps: String?] = [:]) -> String {
        words.say(word, Filling(gaps))
    }
}
