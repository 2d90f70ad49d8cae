import ArgumentParser
import Configuration
import Deadlines
import Glibc
import Notices
import Spool
import Store

/// `fristctl status`: is it well.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Is it well: exits 0 well, 1 degraded, 2 failing.")

    @OptionGroup var config: ConfigOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var health = Health()
        try reporting {
            let settings = try config.settings()
            health = Health(settings)
            if json {
                print(health.json(settings.calendar.zone).line)
            } else {
                Output.standard.print(health.lines(settings.calendar.zone, for: .standard))
            }
        }
        throw ExitCode(health.verdict.rawValue)
    }
}
