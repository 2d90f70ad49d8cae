import Configuration
import Deadlines
import Foundation
import Rules
import TestSupport
import Testing

/// `[metrics]` and `[retention]` in `fristd.toml`.
@Suite struct KeepingSettingsTests {
    private let configuration: ScratchConfiguration

    init() throws { configuration = try ScratchConfiguration() }

    private func settings(_ section: String, _ key: String, _ value: String) throws(Faults) -> Settings {
        do { try configuration.set(section, key, value) } catch { Issue.record(error) }
        return try SettingsReader(file: configuration.file).read()
    }

    @Test func `metrics go to the state directory, by whatever path the file is named`() throws {
        let settings = try SettingsReader(file: configuration.file).read()
        #expect(settings.metricsFile == "\(settings.directories.state)/metrics.prom")
        // By a path relative to where this runs.
        let up = String(repeating: "../", count: FileManager.default.currentDirectoryPath.split(separator: "/").count)
        let other = try SettingsReader(file: "\(up)\(configuration.file.dropFirst())").read()
        #expect(!other.directories.state.hasPrefix("/"))
        #expect(other.metricsFile == "\(other.directories.state)/metrics.prom")
    }

    @Test func `or where they are told to, or nowhere`() throws {
        #expect(try settings("metrics", "file", "\"x/fristd.prom\"").metricsFile == configuration.path("x/fristd.prom"))
        try configuration.replace("file = \"x/fristd.prom\"", with: "file = \"never\"", in: "fristd.toml")
        #expect(try SettingsReader(file: configuration.file).read().metricsFile == nil)
    }

    @Test func `as shipped, cases are kept for ever`() throws {
        let retention = try SettingsReader(file: configuration.file).read().retention
        #expect(retention.closedMonths == nil)
        #expect(try settings("retention", "closed", "\"never\"").retention.closedMonths == nil)
    }

    @Test(arguments: [
        ("{ years = 5 }", "2021-02-28"), ("{ months = 6 }", "2025-08-28"), ("{ years = 1, months = 1 }", "2025-01-28"),
    ])
    func `a time to keep them`(value: String, before: String) throws {
        let retention = try settings("retention", "closed", value).retention
        let today = try #require(LocalDate("2026-02-28"))
        #expect(retention.closedBefore(on: today)?.description == before)
    }

    @Test(arguments: [(nil, "2026-01-29"), ("{ days = 1 }", "2026-02-27"), ("{ days = 366 }", "2025-02-27")])
    func `what was refused is kept for a month, or another time`(value: String?, before: String) throws {
        if let value { try configuration.set("retention", "refused", value) }
        let retention = try SettingsReader(file: configuration.file).read().retention
        let today = try #require(LocalDate("2026-02-28"))
        #expect(retention.refusedBefore(on: today).description == before && retention.closedMonths == nil)
    }

    @Test(arguments: ["{ days = 0 }", "{}", "{ days = -1 }", "{ days = 367 }", "\"never\"", "30", "{ months = 1 }"])
    func `but not for no time, nor for ever`(value: String) throws {
        do throws(Faults) {
            _ = try settings("retention", "refused", value)
            Issue.record("\(value) is taken")
        } catch {
            #expect(error.description.contains("refused"), "\(error)")
        }
    }

    @Test(arguments: ["{ years = 0 }", "{}", "{ years = -5 }", "{ years = 200 }", "\"soon\"", "5", "{ days = 3 }"])
    func `no time at all is an error`(value: String) throws {
        do throws(Faults) {
            _ = try settings("retention", "closed", value)
            Issue.record("\(value) is taken")
        } catch {
            #expect(error.description.contains("closed"), "\(error)")
        }
    }
}
