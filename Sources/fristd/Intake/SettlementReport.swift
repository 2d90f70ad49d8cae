import Configuration
import Files
import Logging
import Spool

extension Settlement {
    /// Tells operations what became of files of the spool.
    func log(to logger: Logger, _ loaded: LoadedSettings) {
        // A file's name may be that of a case.
        let namesCase = loaded.settings.journalNamesCase
        for trouble in troubles {
            let reason = namesCase ? trouble.description : trouble.discreetDescription
            logger.error("a file could not be put away", metadata: ["reason": "\(reason)"])
        }
        for rejected in rejected {
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
