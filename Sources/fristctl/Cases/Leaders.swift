import Configuration
import Deadlines
import Notices
import Telling

extension Organisation {
    /// Who leads anybody.
    var leaders: [PersonID] { ([department] + teams.values).flatMap { $0.filter { $0.key.isLeading }.values } }
}

extension Settings {
    /// Ends the command with 65 where `person` leads nobody.
    ///
    /// - Parameter act: what only a leader does.
    func requireLeader(_ person: PersonID, who act: CommandWord) throws {
        let leaders = organisation.leaders
        guard !leaders.contains(person) else { return }
        let wording = try Wording(self)
        let hint = wording.hint(person.rawValue, in: leaders.map(\.rawValue))
        let gaps: [CommandWord.Gaps: String] = [.person: person.rawValue, .act: wording.say(act), .hint: hint]
        throw Failure(.badData, [wording.say(.noLeader, gaps)])
    }

    /// Ends the command with 65 where there is no such team.
    func requireTeam(_ team: TeamID) throws {
        guard organisation.teams[team] == nil else { return }
        throw Failure(.badData, [try Wording(self).noTeam(team, in: organisation)])
    }
}

extension Wording {
    /// That there is no such team, with the nearest there is.
    func noTeam(_ team: TeamID, in organisation: Organisation) -> String {
        let hint = hint(team.rawValue, in: organisation.teams.keys.map(\.rawValue))
        return say(.noTeam, [.team: team.rawValue, .hint: hint])
    }
}
