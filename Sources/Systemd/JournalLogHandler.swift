package import Logging
import Synchronization

/// Writes one native journal entry an event: `MESSAGE` with the metadata behind it as plain `journalctl` shows no field
/// but that, `PRIORITY`, `SYSLOG_IDENTIFIER`, `CODE_FILE`, `CODE_LINE`,
/// `CODE_FUNC`, the logger's label as `<PREFIX>_LOGGER` and each metadata key as `<PREFIX>_<KEY>`.
///
/// A key is raised to capitals, and what a field name cannot hold becomes an underscore: `feed-age` is `FRISTD_FEED_AGE`.
/// What journald does not take is written to standard error instead.
package struct JournalLogHandler: ContextLogHandler {
    private let identifier: String
    private let prefix: JournalField
    /// The logger's name, level and metadata.
    package var context: LogContext

    /// A handler for the logger of this name.
    ///
    /// - Parameters:
    ///   - identifier: The program, as `journalctl -t` selects it.
    ///   - prefix: What goes before every metadata field, without the underscore.
    package init(
        label: String, identifier: String, prefix: JournalField, level: Logger.Level,
        metadataProvider: Logger.MetadataProvider? = nil
    ) {
        self.identifier = identifier
        self.prefix = prefix
        context = LogContext(label: label, logLevel: level, metadataProvider: metadataProvider)
    }

    /// Sends the event; it waits while journald is behind, but not long.
    package func log(event: LogEvent) {
        if (try? Journal.send(entry(for: event))) == .taken { return tellLost() }
        // Standard error leads to the same journald, and is not waited for either.
        guard StandardError.hasRoom else {
            JournalLogHandler.lost.add(1, ordering: .relaxed)
            return
        }
        var line = LineLogHandler(
            label: context.label, level: context.logLevel, metadataProvider: context.metadataProvider)
        line.metadata = context.metadata
        line.log(event: event)
    }

    /// Lines of the log that found room nowhere, and of which nothing has been told.
    private static let lost = Atomic(0)

    private func tellLost() {
        let count = JournalLogHandler.lost.exchange(0, ordering: .relaxed)
        guard count > 0 else { return }
        var entry = JournalEntry("\(count) lines of the log were lost while the journal took none", priority: .warning)
        entry.append(.syslogIdentifier, identifier)
        if (try? Journal.send(entry)) != .taken { JournalLogHandler.lost.add(count, ordering: .relaxed) }
    }

    /// The entry that ``log(event:)`` sends.
    func entry(for event: LogEvent) -> JournalEntry {
        var entry = JournalEntry(context.text(of: event), priority: JournalPriority(event.level))
        entry.append(.syslogIdentifier, identifier)
        entry.append(.codeFile, event.file)
        entry.append(.codeLine, String(event.line))
        entry.append(.codeFunction, event.function)
        entry.append(JournalField(prefix: prefix, key: "LOGGER"), context.label)
        for (key, value) in context.items(of: event) {
            entry.append(JournalField(prefix: prefix, key: key), value)
        }
        return entry
    }
}

extension JournalPriority {
    /// The priority of a log level; syslog has no trace, so it is ``debug`` too.
    package init(_ level: Logger.Level) {
        switch level {
        case .trace, .debug: self = .debug
        case .info: self = .informational
        case .notice: self = .notice
        case .warning: self = .warning
        case .error: self = .error
        case .critical: self = .critical
        }
    }
}
