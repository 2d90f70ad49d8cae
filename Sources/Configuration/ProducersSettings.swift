package import Deadlines
package import Rules

/// What somebody who feeds the daemon needs of the settings.
package struct ProducersSettings: Sendable {
    /// The law, which says which updates there are.
    package let law: Law
    /// The calendar, with the time zone.
    package let calendar: WorkCalendar
    /// Where things lie.
    package let directories: Settings.Directories
    /// The service that is fed.
    package let unit: ServiceUnit
    /// Where the files lie that word what is said.
    let wordingDirectory: ConfigurationFiles.WordingDirectory

    /// Those files.
    ///
    /// - Throws: why one cannot be read.
    package func wording() throws(Fault) -> WordingFiles { try wordingDirectory.read() }
}
