import Deadlines

/// A compiled time zone as the tz database holds it (tzfile(5), RFC 8536).
struct ZoneFile {
    /// The years whose clock changes are read: updates before 2000 are refused, and no limit reaches 2100.
    private static let years = 1999...2100
    private static let headerLength = 44

    /// The changes it lists, in order.
    private var changes: [Zone.Change] = []
    /// The offset before the first of them.
    private let first: Int
    /// What holds after the last of them.
    private let rule: ZoneRule

    /// Reads a file's bytes; nil when they are no zone: the tz database has folders and lists too.
    init?(_ bytes: [UInt8]) {
        // The first part is for programs that know no numbers of 64 bits.
        guard let old = Counts(bytes[...], timeLength: 4),
            case let rest = bytes.dropFirst(ZoneFile.headerLength + old.length),
            let counts = Counts(rest, timeLength: 8)
        else { return nil }
        let data = rest.dropFirst(ZoneFile.headerLength)
        guard data.count > counts.length else { return nil }
        let kinds = data.dropFirst(counts.times * 8)
        let types = kinds.dropFirst(counts.times)
        let offsets = (0..<counts.types).map { ZoneFile.number(types.dropFirst($0 * 6).prefix(4)) }
        guard let first = offsets.first else { return nil }
        self.first = first
        for (index, kind) in kinds.prefix(counts.times).enumerated() {
            guard offsets.indices.contains(Int(kind)) else { return nil }
            let since = ZoneFile.number(data.dropFirst(index * 8).prefix(8))
            changes.append(Zone.Change(since: since, offset: offsets[Int(kind)]))
        }
        // The last line, between two line feeds.
        let footer = data.dropFirst(counts.length).split(separator: UInt8(ascii: "\n")).first ?? []
        guard let rule = ZoneRule(String(decoding: footer, as: UTF8.self)) else { return nil }
        self.rule = rule
    }

    /// The zone in the years that matter.
    func zone(named name: String) -> Zone {
        let begin = LocalDate(validYear: ZoneFile.years.lowerBound, month: 1, day: 1).daysSinceEpoch * 86_400
        let last = changes.last?.since ?? .min
        let all = changes + ZoneFile.years.flatMap(rule.changes).filter { $0.since > last }
        let before = all.prefix { $0.since <= begin }
        return Zone(name: name, first: before.last?.offset ?? first, changes: Array(all[before.count...]))
    }

    /// A number as it stands there, the highest byte first.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        let number = bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        return bytes.count == 4 ? Int(Int32(truncatingIfNeeded: number)) : Int(truncatingIfNeeded: number)
    }

    /// How much of everything one of the two parts holds.
    private struct Counts {
        let times: Int
        let types: Int
        /// Bytes of the part behind its header.
        let length: Int

        /// Reads the header; nil where none stands, or one of the first version, which has no second part.
        init?(_ part: ArraySlice<UInt8>, timeLength: Int) {
            guard part.count >= headerLength, part.starts(with: Array("TZif".utf8)), part[part.startIndex + 4] != 0
            else { return nil }
            let counts = (0..<6).map { number(part.dropFirst(20 + $0 * 4).prefix(4)) }
            guard counts.allSatisfy({ $0 >= 0 }) else { return nil }
            (times, types) = (counts[3], counts[4])
            length =
                times * (timeLength + 1) + types * 6 + counts[5] + counts[2] * (timeLength + 4) + counts[1] + counts[0]
        }
    }
}
