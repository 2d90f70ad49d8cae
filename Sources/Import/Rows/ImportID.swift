import Deadlines

/// The ids that imported updates have: the mapping's name, letters that stand for what the update is about, and which
/// revision of it.
struct ImportID: Hashable, Sendable {
    /// What the update is about, as letters.
    let subject: String
    /// From 1; how often an export has said something else of it, and once more.
    let revision: Int

    private static let takenBack = "annul"
    /// More than an export can have said of one thing.
    private static let lastRevision = 1_000_000

    /// The id of an update of `mapping`.
    func updateID(_ mapping: Mapping) -> UpdateID {
        UpdateID(rawValue: "\(mapping.prefix)\(subject):\(Digits.padded(revision, 4))")
    }

    /// The id of the update that takes it back.
    func takeBackID(_ mapping: Mapping) -> UpdateID {
        UpdateID(rawValue: "\(updateID(mapping)):\(ImportID.takenBack)")
    }

    /// 26 letters that stand for `texts`.
    static func letters(_ texts: [String]) -> String { Letters.standing(for: texts, 26) }
}

extension ImportID {
    /// Reads the id of an update, or of what takes it back; nil for any other.
    init?(_ id: UpdateID, of mapping: Mapping) {
        guard id.rawValue.hasPrefix(mapping.prefix) else { return nil }
        let parts = id.rawValue.dropFirst(mapping.prefix.count).split(separator: ":")
        guard parts.count == 2 || (parts.count == 3 && parts[2] == ImportID.takenBack),
            let revision = Int(parts[1]), 1...ImportID.lastRevision ~= revision
        else { return nil }
        self.init(subject: String(parts[0]), revision: revision)
        // One that is written otherwise is somebody else's.
        guard id == updateID(mapping) || id == takeBackID(mapping) else { return nil }
    }
}
