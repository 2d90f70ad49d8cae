package import Foundation

/// Somebody else than root, by bare numbers: nobody of the machine's has them.
package struct Account: Sendable {
    let user: UInt32
    let group: UInt32
    let others: [UInt32]

    /// The daemon's own: of the groups `fristd` and `fristd-feed`.
    package static let daemon = Account(user: 61_001, group: 61_001, others: [61_002])
    /// Somebody of the group `fristd`.
    package static let reader = Account(user: 61_003, group: 61_003, others: [61_001])
    /// Somebody of the group `fristd-feed`.
    package static let producer = Account(user: 61_004, group: 61_004, others: [61_002])
    /// Somebody of both.
    package static let both = Account(user: 61_006, group: 61_006, others: [61_001, 61_002])
    /// Somebody of neither.
    package static let stranger = Account(user: 61_005, group: 61_005, others: [])

    /// Whether programs can be run as others here.
    package static let isPossible = getuid() == 0

    /// The program and its arguments, as this account where one is given.
    static func command(_ executable: URL, _ arguments: [String], as account: Account?) -> (URL, [String]) {
        guard let account else { return (executable, arguments) }
        let groups =
            account.others.isEmpty
            ? "--clear-groups" : "--groups=\(account.others.map(String.init).joined(separator: ","))"
        let identity = ["--reuid=\(account.user)", "--regid=\(account.group)", groups]
        return (URL(fileURLWithPath: "/usr/bin/setpriv"), identity + [executable.path] + arguments)
    }
}

extension ScratchConfiguration {
    /// Gives everything the owners and modes that the package gives it: sysusers, tmpfiles, and the unit's directories.
    package func giveToAccounts() throws {
        let daemon = Account.daemon
        for (name, group, mode) in [
            ("", 0, 0o755), ("spool", daemon.group, 0o751), ("spool/done", daemon.group, 0o750),
            ("spool/rejected", daemon.group, 0o750), ("spool/incoming", Account.producer.others[0], 0o3730),
            ("state", daemon.group, 0o750), ("log", daemon.group, 0o750),
        ] as [(String, UInt32, mode_t)] {
            if !FileManager.default.fileExists(atPath: path(name)) {
                try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
            }
            try own(name, name.isEmpty ? 0 : daemon.user, group, mode)
        }
        try own("organisation.toml", 0, daemon.group, 0o640)
    }

    /// Gives the file `name` this owner, group and mode.
    package func own(_ name: String, _ user: UInt32, _ group: UInt32, _ mode: mode_t) throws {
        guard chown(path(name), user, group) == 0, chmod(path(name), mode) == 0 else {
            throw SystemCallFailure("chown \(name)", errno)
        }
    }
}
