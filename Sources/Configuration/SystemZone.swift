package import Deadlines
import Files

/// Time zones of the system's tz database, as the core wants them.
package enum SystemZone {
    private static let directory = "/usr/share/zoneinfo"
    /// The largest zones have some thousand bytes.
    private static let longest = 65_536

    /// The zone of this name, e.g. `Europe/Copenhagen`; nil when the tz database has none.
    package static func named(_ name: String) -> Zone? {
        guard isName(name), let bytes = try? OpenFile("\(directory)/\(name)").bytes(atMost: longest)
        else { return nil }
        return ZoneFile(bytes)?.zone(named: name)
    }

    /// Letters and signs of zone names only, so that no name leads out of the tz database.
    private static func isName(_ name: String) -> Bool {
        name.wholeMatch(of: #/[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+)*/#) != nil
    }
}
