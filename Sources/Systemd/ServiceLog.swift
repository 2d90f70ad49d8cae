import Glibc
package import Logging

/// Where the program's log goes.
package enum ServiceLog: Hashable, Sendable {
    /// Natively to the journal.
    case journal
    /// To standard error, a line an event.
    case standardError

    /// The journal when the service manager connected standard error to it and it still is, otherwise standard error.
    package static func fromEnvironment() -> ServiceLog {
        JournalStream.fromEnvironment()?.isConnected(to: STDERR_FILENO) == true ? .journal : .standardError
    }

    /// Makes every `Logger` of this process write where the environment says. Call it once, before the first logger: a
    /// second call stops the program, as `LoggingSystem.bootstrap` says.
    ///
    /// - Parameters:
    ///   - label: The program's name: `SYSLOG_IDENTIFIER`, and in capitals what goes before every metadata field.
    ///   - level: The level loggers begin with.
    /// - Returns: Where the log goes.
    @discardableResult
    package static func bootstrap(label: String, level: Logger.Level) -> ServiceLog {
        let destination = fromEnvironment()
        let prefix = JournalField(program: label)
        LoggingSystem.bootstrap(
            { name, provider in
                switch destination {
                case .journal:
                    JournalLogHandler(
                        label: name, identifier: label, prefix: prefix, level: level, metadataProvider: provider)
                case .standardError:
                    LineLogHandler(label: name, level: level, metadataProvider: provider)
                }
            }, metadataProvider: nil)
        return destination
    }
}
