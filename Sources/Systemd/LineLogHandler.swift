import CSystemd
import Glibc
package import Logging

/// Writes one line an event to standard error, for a person at a terminal or a file:
/// `2026-05-12T08:00:00.000+02:00 warning fristd: The feed is silent. hours=7 since="2026-05-12 01:00"`.
///
/// Control characters in the message, a key or a value are spelled out, so no input can forge a line. Time is local, in
/// milliseconds with the zone's offset.
package struct LineLogHandler: ContextLogHandler {
    /// The logger's name, level and metadata.
    package var context: LogContext

    /// A handler for the logger of this name.
    package init(label: String, level: Logger.Level, metadataProvider: Logger.MetadataProvider? = nil) {
        context = LogContext(label: label, logLevel: level, metadataProvider: metadataProvider)
    }

    /// Writes the event and returns when the line is handed over.
    package func log(event: LogEvent) {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        StandardError.write(line(for: event, at: now))
    }

    /// The line without its line feed.
    func line(for event: LogEvent, at time: timespec) -> String {
        "\(Self.timestamp(time)) \(event.level) \(context.label.escapingControls): \(context.text(of: event))"
    }

    private static func timestamp(_ time: timespec) -> String {
        var seconds = time.tv_sec
        var local = tm()
        localtime_r(&seconds, &local)
        func digits(_ number: Int, _ width: Int = 2) -> String {
            let text = String(abs(number))
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let (year, month) = (Int(local.tm_year) + 1900, Int(local.tm_mon) + 1)
        let date = "\(digits(year, 4))-\(digits(month))-\(digits(Int(local.tm_mday)))"
        let clock = "\(digits(Int(local.tm_hour))):\(digits(Int(local.tm_min))):\(digits(Int(local.tm_sec)))"
        let offset = local.tm_gmtoff / 60
        let zone = "\(offset < 0 ? "-" : "+")\(digits(offset / 60)):\(digits(offset % 60))"
        return "\(date)T\(clock).\(digits(time.tv_nsec / 1_000_000, 3))\(zone)"
    }
}
