import Deadlines

/// What somebody who feeds the daemon needs of the settings.
public struct ProducersSettings: Sendable {
    /// The law, which says which updates there are.
    public let law: Law
    /// The calendar, with the time zone.
    public let calendar: WorkCalendar
    /// Where things lie.
    public let directories: Settings.Directories
    /// The service that is fed.
    public let unit: ServiceUnit
    /// Where the wording lies.
    public let templateDirectory: String

    /// The texts of the files there, by name.
    ///
    /// - Throws: why one cannot be read.
    public func templates() throws(Fault) -> [String: String] { try TextFile.readAll(in: templateDirectory) }
}
