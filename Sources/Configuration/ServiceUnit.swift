import Glibc

/// The service that works by a configuration file, and the groups of those who have to do with it: of the package's own,
/// `fristd`, or of an instance that `fristd-instance` made.
package struct ServiceUnit: Equatable, Sendable {
    /// The instance's name; nil is the package's own service.
    package let instance: String?

    /// The service of the configuration `file`: `/etc/fristd-odsherred/fristd.toml` is that of `fristd@odsherred`.
    package init(configuration file: String) {
        let whole = realpath(file, nil).map { resolved in
            defer { free(resolved) }
            return String(cString: resolved)
        }
        let directory = (whole ?? file).split(separator: "/").dropLast().last ?? ""
        let name = directory.wholeMatch(of: #/fristd-([a-z][a-z0-9-]{0,15})/#)?.1
        instance = name.map(String.init)
    }

    /// What systemctl and journalctl call it.
    package var name: String { instance.map { "fristd@\($0)" } ?? "fristd" }

    /// Those who may read the store, the record and the reminders.
    package var group: String { instance.map { "fristd-\($0)" } ?? "fristd" }

    /// Those who may write to the spool.
    package var feedGroup: String { "\(group)-feed" }
}

extension Settings {
    /// The service that works by them.
    package var unit: ServiceUnit { ServiceUnit(configuration: file) }
}
