/// What becomes of updates that a command hands in.
package enum SubmitWord: String, Phrase {
    case askThem, beInGroup, longWait, makeRoom, neverStarted, nothing, refused, stopped, submitted, taken, unseen,
        unwritten

    package enum Gaps: String, Gap {
        case advice, count, directory, file, group, minutes, one, reason, report
    }

    package var table: String? { "submit" }
}
