package import Deadlines
import Glibc

/// Time zones of the system's tz database, as the core wants them.
package enum SystemZone {
    private static let directory = "/usr/share/zoneinfo"

    /// The zone of this name, e.g. `Europe/Copenhagen`; nil when the tz database has none.
    package static func named(_ name: String) -> Zone? {
        guard isName(name), let bytes = content(of: "\(directory)/\(name)") else { return nil }
        return ZoneFile(bytes)?.zone(named: name)
    }

    /// The largest zones have some thousand bytes.
    private static func content(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &bytes, bytes.count)
        return count < 0 ? nil : Array(bytes[..<count])
    }

    /// Letters and signs of zone names only, so that no name leads out of the tz database.
    private static func isName(_ name: String) -> Bool {
        name.wholeMatch(of: #/[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+)*/#) != nil
    }
}
