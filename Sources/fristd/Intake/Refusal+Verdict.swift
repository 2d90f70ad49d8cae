import Deadlines
import Spool

/// What the store refuses of updates that could be read.
extension Refusal {
    /// Which case is not said, and the line is not kept: it would bring back what was erased.
    static let caseIsErased = Refusal(
        field: "case", wrong: "the case was erased when its time was over, and what it says is not kept",
        right: "let its source forget the case as well; what happens from now on begins it anew", isWithheld: true)

    static func idStandsForOtherContent(_ id: UpdateID) -> Refusal {
        Refusal(
            field: "id", value: id.rawValue, wrong: "this id already stands for an update with other content",
            right: "give the update an id of its own, and take the old one back if it was wrong")
    }
}
