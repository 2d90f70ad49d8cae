package import Deadlines
import Rules

/// A system that may write to the spool: `[producer.NAME]`.
package struct ProducerSettings: Sendable, Equatable {
    /// The name.
    package let name: String
    /// The user who owns its files.
    package let uid: UInt32
    /// The kinds of update its files may hold; nil is any.
    package let kinds: Set<EventKind>?
}

/// Reads `[producer.NAME]`.
struct ProducerReader {
    let root: TomlTable

    /// The producers, and the kinds they name with where each stands, which only the rules can judge.
    func producers() -> [(settings: ProducerSettings, table: TomlTable)] {
        root.tablesByName("producer").compactMap { name, table in
            defer { table.refuseUnknownKeys() }
            let kinds = table.strings("kinds").map { Set($0.map { EventKind(rawValue: $0) }) }
            guard table.required("uid", "a user's number"), let number = table.integer("uid") else { return nil }
            guard let uid = UInt32(exactly: number) else {
                table.fault("uid", "\(number) is no user's number; \"id -u NAME\" tells it")
                return nil
            }
            return (ProducerSettings(name: name, uid: uid, kinds: kinds), table)
        }
    }

    /// Refuses kinds that no pack declares.
    static func refuseUnknownKinds(of producers: [(settings: ProducerSettings, table: TomlTable)], under law: Law) {
        let known = law.vocabulary.kinds.keys
        for (settings, table) in producers {
            for kind in (settings.kinds ?? []).subtracting(known) {
                table.fault("kinds", "no pack declares the kind", unlike: kind.rawValue, in: known)
            }
        }
    }
}
