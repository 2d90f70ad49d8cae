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
        let reader = SettingsReader(file: config.file)
        let settings: Settings
        do { settings = try reader.read() } catch {
            // Whoever watches is told all the same whether it runs.
            print(Health(error, reader), Zone(name: "UTC", first: 0, changes: []))
            throw ExitCode(ExitReason.configuration.rawValue)
        }
        let health = Health(settings)
        print(health, settings.calendar.zone)
        throw ExitCode(health.verdict.rawValue)
    }

    private func print(_ health: Health, _ zone: Zone) {
        if json {
            Swift.print(health.json(zone).line)
        } else {
            Output.standard.print(health.lines(zone, for: .standard))
        }
    }
}
