import ArgumentParser
import Configuration
import Deadlines
import Notices
import Spool
import Store

/// `fristctl retry`: what could not be sent is sent again.
struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Send again what could not be sent: the keys that notices --failed shows.",
        discussion: "Asks by an update in the spool, so that it stays on record who asked for what, and when.")

    @Argument(help: "Keys of notices.")
    var keys: [NoticeKey]

    @OptionGroup var config: ConfigOption

    func run() throws {
        try reporting {
            let settings = try config.settings()
            let lines = try RetryRequest(keys, settings).lines
            let name = try Outbox(spool: SpoolDirectory(path: settings.directories.spool)).put(lines)
            print("\(keys.count == 1 ? "1 notice is" : "\(keys.count) notices are") asked for again by \(name)")
        }
    }
}
