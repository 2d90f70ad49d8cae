package import Deadlines

extension Municipality {
    /// The updates as a case system would deliver them: a file for every day on which something is registered, by name,
    /// each line an update. When it was registered is told by the file, not by the update.
    package func deliveries(in zone: Zone) -> [(name: String, text: String)] {
        let registered = cases.flatMap(\.updates).sorted { ($0.received, $0.update.id) < ($1.received, $1.update.id) }
        var files: [(name: String, text: String)] = []
        for update in registered {
            let name = "\(zone.date(of: update.received)).jsonl"
            if files.last?.name != name { files.append((name, "")) }
            files[files.count - 1].text += update.update.line(in: zone) + "\n"
        }
        return files
    }
}

extension Update {
    /// The update as a line of JSON (spec §3). Its texts are identifiers and codes, which need no escapes.
    func line(in zone: Zone) -> String {
        var fields = [
            ("id", id.rawValue), ("case", caseID.rawValue), ("event", event.rawValue), ("at", at.text(in: zone)),
        ]
        if let ref { fields.append(("ref", ref.rawValue)) }
        if let caseworker { fields.append(("caseworker", caseworker.rawValue)) }
        if let team { fields.append(("team", team.rawValue)) }
        var parts = fields.map { "\"\($0.0)\": \"\($0.1)\"" }
        if !data.isEmpty {
            let values = data.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value.json(in: zone))" }
            parts.append("\"data\": {\(values.joined(separator: ", "))}")
        }
        return "{\(parts.joined(separator: ", "))}"
    }
}

extension FieldValue {
    fileprivate func json(in zone: Zone) -> String {
        switch self {
        case .flag(let flag): String(flag)
        case .word(let word): "\"\(word)\""
        case .date(let date): "\"\(date)\""
        case .month(let month): "\"\(month)\""
        case .instant(let instant): "\"\(zone.text(of: instant))\""
        }
    }
}
