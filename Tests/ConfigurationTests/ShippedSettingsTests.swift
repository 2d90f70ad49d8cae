import Configuration
import Deadlines
import Foundation
import Telling
import Testing

/// What the tree ships works as it is.
@Suite struct ShippedSettingsTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func everythingIsRead() throws {
        let settings = try SettingsReader(file: Self.root.appendingPathComponent("etc/fristd.toml").path).read()
        #expect(settings.calendar.zone.name == "Europe/Copenhagen")
        #expect(!settings.calendar.saturdaysWork)
        #expect(settings.office.opens == 480)
        #expect(settings.office.closed.isEmpty)
        #expect(settings.law.rules.count == 32)
        #expect(settings.organisation.department[.afdelingsleder] != nil)
    }
}
