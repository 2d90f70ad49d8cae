/// The directories that the service manager made for this service.
///
/// Each is the first of a colon-separated list. Source: systemd.exec(5), `StateDirectory=` and its like.
package struct ServiceDirectories: Hashable, Sendable {
    /// What must survive, from `STATE_DIRECTORY`; nil where the unit asks for none.
    package let state: String?

    /// Where to write logs, from `LOGS_DIRECTORY`; nil where the unit asks for none.
    package let logs: String?

    /// Where the configuration lies, from `CONFIGURATION_DIRECTORY`; nil where the unit asks for none.
    package let configuration: String?

    /// Reads this process's environment.
    package static func fromEnvironment() -> ServiceDirectories {
        ServiceDirectories(variable: Environment.value)
    }

    /// Reads the variables that `variable` answers for by name.
    package init(variable: (String) -> String?) {
        func first(_ name: String) -> String? {
            variable(name)?.split(separator: ":").first.map(String.init)
        }
        state = first("STATE_DIRECTORY")
        logs = first("LOGS_DIRECTORY")
        configuration = first("CONFIGURATION_DIRECTORY")
    }
}
