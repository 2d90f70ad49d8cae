package import Deadlines
import Glibc

/// Time zones of the system's tz database, as the core wants them.
package enum SystemZone {
    private static let directory = "/usr/share/zoneinfo"
    /// The years whose clock changes are read: updates before 2000 are refused, and no limit reaches 2100.
    private static let years = 1999...2100

    /// The zone of this name, e.g. `Europe/Copenhagen`; nil when the tz database has none.
    ///
    /// The offsets come from libc, which reads the zone named by the environment's `TZ`; this sets it for the process.
    package static func named(_ name: String) -> Zone? {
        guard isName(name), isZoneFile("\(directory)/\(name)") else { return nil }
        setenv("TZ", ":\(name)", 1)
        tzset()
        var changes: [Zone.Change] = []
        let first = second(ofYear: years.lowerBound)
        let last = second(ofYear: years.upperBound)
        let week = 7 * 86_400
        var known = first
        while known < last {
            // No zone changes its clock twice within a week.
            let next = known + week
            if offset(at: next) != offset(at: known) {
                let change = firstSecond(after: known, upTo: next)
                changes.append(Zone.Change(since: change, offset: offset(at: change)))
            }
            known = next
        }
        return Zone(name: name, first: offset(at: first), changes: changes)
    }

    /// Whether the file begins as a compiled zone does (tzfile(5)): the tz database has folders and lists too.
    private static func isZoneFile(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var magic = [UInt8](repeating: 0, count: 4)
        return read(descriptor, &magic, 4) == 4 && magic == Array("TZif".utf8)
    }

    /// Letters and signs of zone names only, so that no name leads out of the tz database.
    private static func isName(_ name: String) -> Bool {
        let allowed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "/"):
                true
            default: false
            }
        }
        return allowed && !name.isEmpty && !name.hasPrefix("/") && !name.hasSuffix("/")
    }

    private static func second(ofYear year: Int) -> Int {
        (LocalDate(year: year, month: 1, day: 1)?.daysSinceEpoch ?? 0) * 86_400
    }

    private static func offset(at second: Int) -> Int {
        var time = time_t(second)
        var parts = tm()
        localtime_r(&time, &parts)
        return Int(parts.tm_gmtoff)
    }

    /// The first second with another offset than `low`'s, which `high` has.
    private static func firstSecond(after low: Int, upTo high: Int) -> Int {
        let before = offset(at: low)
        var low = low
        var high = high
        while high - low > 1 {
            let middle = (low + high) / 2
            if offset(at: middle) == before { low = middle } else { high = middle }
        }
        return high
    }
}
