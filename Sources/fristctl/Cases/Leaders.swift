import Deadlines
import Telling

extension Organisation {
    /// Who leads anybody.
    var leaders: [PersonID] { ([department] + teams.values).flatMap { $0.filter { $0.key.isLeading }.values } }

    /// Ends the command with 65 where `person` leads nobody.
    ///
    /// - Parameter act: what only a leader does: `settles`.
    func requireLeader(_ person: PersonID, who act: String) throws {
        guard !leaders.contains(person) else { return }
        let hint = NearestWord.hint(person.rawValue, in: leaders.map(\.rawValue))
        throw Failure(.badData, ["\(person) leads nobody in the organisation, and only a leader \(act)\(hint)"])
    }

    /// Ends the command with 65 where there is no such team.
    func requireTeam(_ team: TeamID) throws {
        guard teams[team] == nil else { return }
        let hint = NearestWord.hint(team.rawValue, in: teams.keys.map(\.rawValue))
        throw Failure(.badData, ["the organisation has no team \"\(team)\"\(hint)"])
    }
}
