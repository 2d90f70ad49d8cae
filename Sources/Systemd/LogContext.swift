package import Logging

/// What both log handlers hold for one logger: its name, level and metadata, all values.
package struct LogContext: Sendable {
    let label: String
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    /// The metadata of one event by key, sorted: the logger's, over it the provider's, over it the event's own. An error
    /// that the event carries is told under `error`.
    func items(of event: LogEvent) -> [(key: String, value: String)] {
        var all = metadata
        if let provided = metadataProvider?.get() { all.merge(provided) { _, new in new } }
        if let own = event.metadata { all.merge(own) { _, new in new } }
        if let error = event.error { all["error"] = "\(error)" }
        return all.map { ($0.key, Self.text(of: $0.value)) }.sorted { $0.key < $1.key }
    }

    /// The message and its metadata on one line, which no value can end: `text key=value`.
    func text(of event: LogEvent) -> String {
        items(of: event).reduce(event.message.description.escapingControls) { text, item in
            "\(text) \(Self.word(item.key))=\(Self.word(item.value))"
        }
    }

    /// A key or value as one word: in quotation marks where it is empty or holds a space, an equals sign or such a mark.
    private static func word(_ text: String) -> String {
        let escaped = text.escapingControls
        guard escaped.isEmpty || escaped.contains(where: { $0.isWhitespace || $0 == "=" || $0 == "\"" }) else {
            return escaped
        }
        let inner = escaped.map { $0 == "\"" ? "\\\"" : String($0) }.joined()
        return "\"\(inner)\""
    }

    private static func text(of value: Logger.MetadataValue) -> String {
        switch value {
        case .string(let text): text
        case .stringConvertible(let convertible): convertible.description
        case .array(let values): "[" + values.map(text(of:)).joined(separator: ", ") + "]"
        case .dictionary(let values):
            "{" + values.map { "\($0.key): \(text(of: $0.value))" }.sorted().joined(separator: ", ") + "}"
        }
    }
}

/// A handler whose logger's level and metadata stand in a context.
package protocol ContextLogHandler: LogHandler {
    /// What it holds for its logger.
    var context: LogContext { get set }
}

extension ContextLogHandler {
    /// The level from which this handler's logger logs.
    package var logLevel: Logger.Level {
        get { context.logLevel }
        set { context.logLevel = newValue }
    }

    /// What this handler's logger adds to every event.
    package var metadata: Logger.Metadata {
        get { context.metadata }
        set { context.metadata = newValue }
    }

    /// What adds metadata from the surroundings of the event.
    package var metadataProvider: Logger.MetadataProvider? {
        get { context.metadataProvider }
        set { context.metadataProvider = newValue }
    }

    /// One value of ``metadata``.
    package subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { context.metadata[key] }
        set { context.metadata[key] = newValue }
    }
}
