import ArgumentParser
import Configuration
import Deadlines
import Foundation
import Municipality

/// `benchmark municipality etc/fristd.toml DIRECTORY`: the municipality as files, to feed a daemon or `--updates`.
struct MunicipalityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "municipality",
        abstract: "Write the municipality: organisation.toml, and updates/, a file for each day of registration.")

    @OptionGroup var options: GeneratedOptions
    @Argument(help: "Where to write; it must not hold a municipality yet.")
    var directory: String

    func run() throws {
        let settings = try options.settings()
        let municipality = options.municipality(settings)
        let updates = "\(directory)/updates"
        guard !FileManager.default.fileExists(atPath: updates) else {
            throw ValidationError("\(updates) is there already; name another directory")
        }
        try FileManager.default.createDirectory(atPath: updates, withIntermediateDirectories: true)
        try write(municipality.organisation, "\(directory)/organisation.toml")
        let deliveries = municipality.deliveries(in: settings.calendar.zone)
        for delivery in deliveries { try write(delivery.text, "\(updates)/\(delivery.name)") }
        let count = municipality.cases.reduce(0) { $0 + $1.updates.count }
        print("\(municipality.cases.count) cases, \(count) updates on \(deliveries.count) days of registration")
    }

    private func write(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
