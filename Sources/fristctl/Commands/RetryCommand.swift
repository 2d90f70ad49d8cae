import ArgumentParser
import Configuration
import Deadlines
import Notices
import Spool
import Store
import Systemd

/// `fristctl retry`: what could not be sent is sent again.
struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Send again what could not be sent: the keys that notices --failed shows.",
        usage: "fristctl retry (<key> ... | --all) [--config <file>]",
        discussion: "Asks by an update in the spool, so that it stays on record what was asked for, and when.")

    @Argument(help: ArgumentHelp("Keys of notices.", valueName: "key"), completion: .failedKeys)
    var keys: [NoticeKey] = []
    @Flag(help: "Every notice that was given up.")
    var all = false

    @OptionGroup var config: ConfigOption

    func run() throws {
        try reporting {
            let settings = try config.settings()
            let keys = all ? try RetryRequest.failed(settings) : keys
            if keys.isEmpty {
                StandardError.write("no notice has failed: there is nothing to send again")
                return
            }
            let lines = try RetryRequest(keys, settings).lines
            let name = try Outbox(settings).put(lines)
            print("\(keys.count == 1 ? "1 notice is" : "\(keys.count) notices are") asked for again by \(name)")
        }
    }

    func validate() throws {
        if all, !keys.isEmpty { throw ValidationError("--all sends every failed notice again: leave out the keys") }
        if !all, keys.isEmpty { throw ValidationError("name the keys that notices --failed shows, or give --all") }
    }
}
