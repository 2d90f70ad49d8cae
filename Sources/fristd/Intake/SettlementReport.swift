import Configuration
import Files
import Logging
import Spool

/// What became of files of the spool, told to operations.
struct SettlementReport {
    private let settlement: Settlement
    /// Whether the journal may say what names a case, as a file's name may.
    private let namesCase: Bool

    init(_ settlement: Settlement, _ loaded: LoadedSettings) {
        self.settlement = settlement
        namesCase = loaded.settings.journalNamesCase
    }

    func log(to logger: Logger) {
        for trouble in settlement.troubles {
            let reason = namesCase ? trouble.description : trouble.discreetDescription
            logger.error("a file could not be put away", metadata: ["reason": "\(reason)"])
        }
        for rejected in settlement.rejected {
            var about: Logger.Metadata = ["refused": "\(rejected.refusals.count)", "report": "rejected/"]
            if namesCase {
                about["file"] = "\(rejected.name)"
                about["first"] = "\(rejected.refusals.reasons.first?.description ?? "")"
                about["report"] = "\(rejected.report)"
            }
            logger.notice("part or all of a file was refused", metadata: about)
        }
    }
}
