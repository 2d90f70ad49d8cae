import Foundation
import TestSupport
import Testing

/// What a monitor hears when the configuration was edited wrongly.
@Suite struct FaultyConfigurationStatusTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration() }

    /// Wrong in different depths: a key, another file, and a text that is no TOML at all.
    private func spoil(_ way: String) throws {
        switch way {
        case "key": try configuration.set("office", "opnes", "\"09:00\"")
        case "organisation":
            try configuration.replace("[department]\n", with: "[department]\nchef = \"x\"\n", in: "organisation.toml")
        default: try configuration.set("office", "opens", "\"09:00")
        }
    }

    @Test(arguments: ["key", "organisation", "syntax"])
    func `it is told whether the daemon runs, and every fault`(way: String) throws {
        let daemon = try DaemonProcess.ready(configuration)
        try spoil(way)
        let running = try fristctl(configuration, "status")
        #expect(running.status == 78 && running.output.hasPrefix("fristd is degraded\n"), "\(running)")
        #expect(running.output.contains("fristd goes on with what it read before"), "\(running.output)")
        let file = way == "organisation" ? "organisation.toml:" : "fristd.toml:"
        #expect(running.output.contains(file))
        let object = try fristctl(configuration, "status", "--json").object()
        #expect(object["status"] as? String == "degraded" && object["running"] as? Bool == true)
        try daemon.signalAndAwaitStop()
        let stopped = try fristctl(configuration, "status")
        #expect(stopped.status == 78 && stopped.output.hasPrefix("fristd is failing\n"), "\(stopped)")
        #expect(stopped.output.contains("fristd is not running") && stopped.output.contains(file))
    }
}
