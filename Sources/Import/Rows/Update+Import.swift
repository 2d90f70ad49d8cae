package import Deadlines

extension Update {
    /// What the update is about, where a case has at most one of a kind, ref and key.
    func subject(key: String) -> String {
        ImportID.letters([caseID.rawValue, ref?.rawValue ?? "", event.rawValue, key])
    }

    /// All it says, its id left out.
    func content(in zone: Zone) -> String {
        let data = data.sorted { $0.key < $1.key }.flatMap { [$0.key.rawValue, $0.value.text(in: zone)] }
        return ImportID.letters(
            [
                caseID.rawValue, ref?.rawValue ?? "", event.rawValue, at.text(in: zone), caseworker?.rawValue ?? "",
                team?.rawValue ?? "",
            ] + data)
    }

    /// Whether the other says the same; when it happened counts only if asked for.
    func says(_ other: Update, sameTime: Bool) -> Bool {
        event == other.event && caseID == other.caseID && ref == other.ref && caseworker == other.caseworker
            && team == other.team && data == other.data && (!sameTime || at == other.at)
    }

    /// The same under its real id.
    func with(id: UpdateID) -> Update {
        Update(
            id: id, caseID: caseID, event: event, at: at, ref: ref, caseworker: caseworker, team: team, data: data)
    }

    /// The line of input that says it.
    package func inputLine(in zone: Zone) -> String {
        var members = [("id", id.rawValue), ("case", caseID.rawValue), ("event", event.rawValue)]
        members.append(("at", at.text(in: zone)))
        if let ref { members.append(("ref", ref.rawValue)) }
        if let caseworker { members.append(("caseworker", caseworker.rawValue)) }
        if let team { members.append(("team", team.rawValue)) }
        var line = members.map { "\"\($0)\": \($1.quoted)" }.joined(separator: ", ")
        if !data.isEmpty {
            let fields = data.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value.json(in: zone))" }
            line += ", \"data\": {\(fields.joined(separator: ", "))}"
        }
        return "{\(line)}"
    }
}

extension FieldValue {
    fileprivate func json(in zone: Zone) -> String {
        if case .flag(let flag) = self { "\(flag)" } else { text(in: zone).quoted }
    }
}

extension String {
    /// As JSON writes it; control characters stand as they are, and are refused where the line is read.
    fileprivate var quoted: String { "\"\(replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" }
}
