import Configuration
import Foundation
import TestSupport
import Testing

/// Which service a configuration belongs to.
@Suite struct ServiceUnitTests {
    @Test func `the package's own`() {
        for file in [
            "/etc/fristd/fristd.toml", "fristd.toml", "/tmp/trial/fristd.toml", "/etc/fristd-/x", "/fristd.toml",
        ] {
            let unit = ServiceUnit(configuration: file)
            #expect(unit.name == "fristd" && unit.group == "fristd" && unit.feedGroup == "fristd-feed", "\(file)")
        }
    }

    @Test func `an instance's, by whatever path it is reached`() throws {
        let directory = try TemporaryDirectory()
        let own = "\(directory.path)/fristd-odsherred"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: false)
        try Data().write(to: URL(fileURLWithPath: "\(own)/fristd.toml"))
        try FileManager.default.createSymbolicLink(atPath: "\(directory.path)/link", withDestinationPath: own)
        for file in [
            "\(own)/fristd.toml", "\(directory.path)/link/fristd.toml", "/nowhere/fristd-odsherred/fristd.toml",
        ] {
            let unit = ServiceUnit(configuration: file)
            #expect(unit.name == "fristd@odsherred" && unit.group == "fristd-odsherred", "\(file)")
            #expect(unit.feedGroup == "fristd-odsherred-feed")
        }
    }
}
