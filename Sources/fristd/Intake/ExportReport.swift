import Configuration
import Deadlines
import Import
import Logging
import Spool

/// What an export came to, for the journal. What it no longer says is told there and nowhere else, since nothing is done
/// about it.
struct ExportReport {
    private let export: ImportedExport
    private let loaded: LoadedSettings

    init(_ export: ImportedExport, _ loaded: LoadedSettings) {
        self.export = export
        self.loaded = loaded
    }

    /// What a producer has called a file may name a case.
    private var about: Logger.Metadata {
        var about: Logger.Metadata = ["mapping": "\(export.mapping)"]
        if loaded.settings.journalNamesCase { about["file"] = "\(export.file)" }
        return about
    }

    func log(to logger: Logger) {
        let conversion = export.conversion
        var counts = about
        counts["rows"] = "\(conversion.rows)"
        counts["updates"] = "\(conversion.entries.count)"
        counts["unchanged"] = "\(conversion.unchanged)"
        counts["waiting"] = "\(conversion.waiting)"
        counts["reaches"] = conversion.reach.map { "\(loaded.zone.text(of: $0))" }
        logger.info("an export was read", metadata: counts)
        tell(
            conversion.vanished, "an export no longer says what one before it said; it stays until it is taken back",
            logger)
        tell(conversion.disputed, "an export still says what somebody has taken back; it stays taken back", logger)
    }

    private func tell(_ updates: [Update], _ message: Logger.Message, _ logger: Logger) {
        guard !updates.isEmpty else { return }
        var about = about
        about["updates"] = "\(updates.count)"
        if loaded.settings.journalNamesCase {
            let first = updates.prefix(5).map { "\($0.caseID) \($0.ref?.rawValue ?? "-") \($0.event) \($0.id)" }
            about["first"] = "\(first.joined(separator: ", "))"
        }
        logger.warning(message, metadata: about)
    }
}
