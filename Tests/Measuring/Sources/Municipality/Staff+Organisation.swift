import Deadlines

extension Staff {
    /// The department as `organisation.toml`.
    ///
    /// Whoever is away is followed by the next desk of the team, the last by the coordinator. Who has left is away for
    /// good, who has not begun is away until then; so the chain ends at whoever sits there.
    func organisationText() -> String {
        var text = """
            # A generated department: no real people.

            [department]
            koordinator = "kor"
            afdelingsleder = "afd"
            centerchef = "cch"
            vagt = "vagt"
            drift = "drift"

            """
        for team in Staff.teams {
            text += "\n[[team]]\nid = \"\(team)\"\nkoordinator = \"k-\(team)\"\nteamleder = \"t-\(team)\"\n"
        }
        let leaders = Staff.teams.flatMap { ["k-\($0)", "t-\($0)"] } + ["kor", "afd", "cch", "vagt", "drift"]
        for leader in leaders { text += "\n[[person]]\nid = \"\(leader)\"\n" }
        for tenure in tenures.flatMap({ $0 }) { text += "\n" + entry(tenure) }
        return text
    }

    private func entry(_ tenure: Tenure) -> String {
        let first = tenures[tenure.desk][0].from
        var away = tenure.away.filter { period in
            (period.until ?? tenure.from) >= tenure.from && (tenure.until.map { (period.from ?? $0) <= $0 } ?? true)
        }
        if tenure.from > first { away.insert(Period(from: first, until: tenure.from.adding(days: -1)), at: 0) }
        if let until = tenure.until { away.append(Period(from: until.adding(days: 1))) }
        let periods = away.map { period in
            let dates = [("from", period.from), ("until", period.until)].compactMap { name, date in
                date.map { "\(name) = \($0)" }
            }
            return "    { \(dates.joined(separator: ", ")) },\n"
        }
        return """
            [[person]]
            id = "\(tenure.person)"
            substitute = "\(substitute(for: tenure))"
            most_cases = \(caseload)
            away = [
            \(periods.joined())]

            """
    }

    private func substitute(for tenure: Tenure) -> PersonID {
        let ofDesk = tenures[tenure.desk]
        if let index = ofDesk.firstIndex(where: { $0.person == tenure.person }), index + 1 < ofDesk.count {
            return ofDesk[index + 1].person
        }
        let next = tenure.desk + 1
        let team = team(ofDesk: tenure.desk)
        return next < desks && self.team(ofDesk: next) == team
            ? tenures[next][0].person : PersonID(rawValue: "k-\(team)")
    }
}
