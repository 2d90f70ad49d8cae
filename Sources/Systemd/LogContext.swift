import Logging

/// What both log handlers hold for one logger: its name, level and metadata, all values.
struct LogContext: Sendable {
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
