package import Deadlines
import Glibc

/// A system that may write to the spool, known by its user (`[producer.NAME]`, spec §7).
package struct Producer: Sendable {
    /// The name in the configuration.
    package let name: String
    /// The user who owns its files.
    package let uid: UInt32
    /// The kinds of update its files may hold; nil is any.
    package let kinds: Set<EventKind>?

    /// A producer whose files belong to `uid` and hold `kinds`, or any kind when nil.
    package init(name: String, uid: UInt32, kinds: Set<EventKind>?) {
        self.name = name
        self.uid = uid
        self.kinds = kinds
    }
}

/// Who may write what to the spool.
///
/// Without producers everybody who can write to `incoming/` may send everything. As soon as there is one, a file of
/// an owner who is not listed is refused, except root's and the daemon's own: these may send everything. Where one user
/// is listed more than once, what any entry allows is allowed. Guarded kinds are root's and the daemon's own, unless an entry
/// names them.
package struct Producers: Sendable {
    private let byOwner: [UInt32: [Producer]]
    private let daemon: UInt32
    private let guarded: Set<EventKind>
    /// What the ids begin with that imports give.
    private let reserved: [String]

    /// The producers configured; `daemon` is the user the daemon runs as.
    ///
    /// - Parameters:
    ///   - guarded: kinds that nobody may send who is not named for it, whoever may write to the spool.
    ///   - reserved: what the ids begin with that imports give: a producer of some kinds only may not give such ids itself.
    package init(
        _ producers: [Producer] = [], daemon: UInt32 = geteuid(), guarded: Set<EventKind> = [], reserved: [String] = []
    ) {
        self.guarded = guarded
        self.reserved = reserved
        byOwner = Dictionary(grouping: producers, by: \.uid)
        self.daemon = daemon
    }

    /// Why a file of `owner` is refused as a whole; nil when it is not.
    func refusal(ofOwner owner: UInt32) -> Refusal? {
        guard !byOwner.isEmpty, byOwner[owner] == nil, owner != 0, owner != daemon else { return nil }
        return Refusal(
            wrong: "the file belongs to user \(owner), who is no producer",
            right: "let a configured producer send it, or add the user as [producer.NAME]")
    }

    /// Why a file of `owner` is not taken as an export of `producer`; nil when it is.
    func refusal(ofExportFrom producer: Producer, owner: UInt32) -> Refusal? {
        guard owner != producer.uid, owner != 0, owner != daemon else { return nil }
        return Refusal(
            wrong: "exports of this name come from producer \(producer.name), and the file belongs to user \(owner)",
            right: "let \(producer.name) send it, or correct \"producer\" under [import.NAME]")
    }

    /// Why `owner` may not send `update`; nil when it may.
    func refusal(of update: Update, from owner: UInt32) -> Refusal? {
        if let refusal = refusal(of: update.event, from: owner) { return refusal }
        guard owner != 0, owner != daemon, let entries = byOwner[owner], entries.allSatisfy({ $0.kinds != nil }),
            let prefix = reserved.first(where: { update.id.rawValue.hasPrefix($0) })
        else { return nil }
        return Refusal(
            field: "id", value: update.id.rawValue, wrong: "ids that begin with \(prefix) are those of an import",
            right: "begin the producer's own ids otherwise")
    }

    /// Why `owner` may not send updates of `kind`; nil when it may.
    func refusal(of kind: EventKind, from owner: UInt32) -> Refusal? {
        if guarded.contains(kind), owner != 0, owner != daemon,
            !(byOwner[owner] ?? []).contains(where: { $0.kinds?.contains(kind) ?? false })
        {
            return Refusal(
                field: "event", value: kind.rawValue, wrong: "user \(owner) may not send this kind",
                right: "let root send it, or a producer whose kinds name it")
        }
        guard let entries = byOwner[owner], owner != 0, owner != daemon,
            !entries.contains(where: { $0.kinds?.contains(kind) ?? true })
        else { return nil }
        let allowed = Set(entries.flatMap { $0.kinds ?? [] }).map(\.rawValue).sorted()
        return Refusal(
            field: "event", value: kind.rawValue, wrong: "producer \(entries[0].name) may not send this kind",
            right: "it may send \(Quotation.list(allowed))")
    }
}
