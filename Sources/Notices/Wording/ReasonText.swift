import Deadlines
import Telling

/// Why somebody is told.
enum ReasonWord: String, Phrase {
    case caseworker, line, nobody, role, substitute, vacant

    enum Gaps: String, Gap { case asked, caseworker, from, person, role, several, team, to }

    var table: String? { "reason" }
}

extension Words {
    /// Why this person got it, in a case of this caseworker.
    func reason(
        _ reason: RecipientReason, of recipient: Recipient, caseworker: PersonID?, teamName: (TeamID) -> String,
        isOfSeveral: Bool = false
    ) -> String {
        switch reason {
        case .caseworker: return say(ReasonWord.caseworker, [.several: isOfSeveral])
        case .hasRole(let role, let team):
            return say(ReasonWord.role, [.role: say(role), .team: team.map(teamName)])
        case .substitute(let person, let role):
            let asked = recipient.role == role ? nil : say(recipient.role)
            return say(ReasonWord.substitute, [.person: person.rawValue, .role: say(role), .asked: asked])
        case .upTheLine(let from, let to):
            let away = from == .raadgiver ? caseworker?.rawValue : nil
            return say(ReasonWord.line, [.from: say(from), .to: say(to), .caseworker: away])
        case .noCaseworker(let role): return say(ReasonWord.vacant, [.role: say(role)])
        case .nobodyElse(let role): return say(ReasonWord.nobody, [.role: say(role)])
        }
    }
}
