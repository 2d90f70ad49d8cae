import Deadlines

/// The ids that imported updates have: the mapping's name, letters that stand for what the update is about, and which
/// revision of it. Letters, since digits could be taken for a CPR number.
struct ImportID: Hashable, Sendable {
    /// What the update is about, as letters.
    let subject: String
    /// From 1; how often an export has said something else of it, and once more.
    let revision: Int

    private static let takenBack = "annul"

    /// The id of an update of `mapping`.
    func updateID(_ mapping: Mapping) -> UpdateID {
        let digits = String(revision)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return UpdateID(rawValue: "\(mapping.prefix)\(subject):\(padded)")
    }

    /// The id of the update that takes it back.
    func takeBackID(_ mapping: Mapping) -> UpdateID {
        UpdateID(rawValue: "\(updateID(mapping)):\(ImportID.takenBack)")
    }

    /// Reads the id of an update, or of what takes it back; nil for any other.
    init?(_ id: UpdateID, of mapping: Mapping) {
        guard id.rawValue.hasPrefix(mapping.prefix) else { return nil }
        let parts = id.rawValue.dropFirst(mapping.prefix.count).split(separator: ":")
        guard parts.count == 2 || (parts.count == 3 && parts[2] == ImportID.takenBack),
            let revision = Int(parts[1])
        else { return nil }
        self.init(subject: String(parts[0]), revision: revision)
    }

    init(subject: String, revision: Int) {
        self.subject = subject
        self.revision = revision
    }

    /// 26 letters that stand for `texts`.
    static func letters(_ texts: [String]) -> String {
        let hash = Array(Fingerprint.of(texts).utf8)
        let letters = stride(from: 0, to: 52, by: 2).map { index in
            let byte = Int(String(decoding: hash[index...(index + 1)], as: UTF8.self), radix: 16) ?? 0
            return UInt8(ascii: "a") + UInt8(byte % 26)
        }
        return String(decoding: letters, as: UTF8.self)
    }
}

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
    public func inputLine(in zone: Zone) -> String {
        var members = [("id", id.rawValue), ("case", caseID.rawValue), ("event", event.rawValue)]
        members.append(("at", at.text(in: zone)))
        if let ref { members.append(("ref", ref.rawValue)) }
        if let caseworker { members.append(("caseworker", caseworker.rawValue)) }
        if let team { members.append(("team", team.rawValue)) }
        // No value that a reader of updates lets through holds anything that JSON would escape.
        var line = members.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ")
        if !data.isEmpty {
            let fields = data.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value.json(in: zone))" }
            line += ", \"data\": {\(fields.joined(separator: ", "))}"
        }
        return "{\(line)}"
    }
}

extension FieldValue {
    /// As it stands in an update, without quotation marks.
    public func text(in zone: Zone) -> String {
        switch self {
        case .flag(let flag): "\(flag)"
        case .word(let word): word
        case .date(let date): date.description
        case .month(let month): month.description
        case .instant(let instant): zone.text(of: instant)
        }
    }

    fileprivate func json(in zone: Zone) -> String {
        if case .flag(let flag) = self { "\(flag)" } else { "\"\(text(in: zone))\"" }
    }
}
