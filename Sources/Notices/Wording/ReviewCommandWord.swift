/// What `fristctl review` says to a leader who draws cases and has sheets written.
package enum ReviewCommandWord: String, Phrase {
    case copies, drawn, fillIn, noneDrawn, noneToDraw, nothingKnown, noted, notNoted, noTheme, passedOver, sameAgain,
        sheets, unassigned, unwritten, writtenAlready

    package enum Gaps: String, Gap {
        case `case`, command, count, directory, file, hint, leftOut, one, open, people, reason, review, reviews, team,
            theme,
            themes
    }

    package var table: String? { "review_command" }
}
