import Configuration
import Deadlines
import Import
import Logging
import Spool

extension ImportedExport {
    /// Tells the journal what an export came to. What it no longer says is told there and nowhere else, since nothing is done
    /// about it.
    func log(to logger: Logger, _ loaded: LoadedSettings) {
        // What a producer has called a file may name a case.
        let namesCase = loaded.settings.journalNamesCase
        var about: Logger.Metadata = ["mapping": "\(mapping)"]
        if namesCase { about["file"] = "\(file)" }
        var counts = about
        counts["rows"] = "\(conversion.rows)"
        counts["updates"] = "\(conversion.entries.count)"
        counts["unchanged"] = "\(conversion.unchanged)"
        counts["waiting"] = "\(conversion.waiting)"
        counts["reaches"] = conversion.reach.map { "\(loaded.zone.text(of: $0))" }
        logger.info("an export was read", metadata: counts)
        let told: [([Update], Logger.Message)] = [
            (conversion.vanished, "an export no longer says what one before it said; it stays until it is taken back"),
            (conversion.disputed, "an export still says what somebody has taken back; it stays taken back"),
        ]
        for (updates, message) in told where !updates.isEmpty {
            about["updates"] = "\(updates.count)"
            let first = updates.prefix(5).map { "\($0.caseID) \($0.ref?.rawValue ?? "-") \($0.event) \($0.id)" }
            if namesCase { about["first"] = "\(first.joined(separator: ", "))" }
            logger.warning(message, metadata: about)
        }
    }
}
