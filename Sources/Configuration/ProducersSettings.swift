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
    /// Where the wording lies.
    package let templateDirectory: String

    /// The texts of the files there, by name.
    ///
    /// - Throws: why one cannot be read.
    package func templates() throws(Fault) -> [String: String] { try TextFile.wording(in: templateDirectory) }
}
