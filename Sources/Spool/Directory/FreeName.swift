import Deadlines
import Files

/// Names for files that must not displace others.
extension FileName {
    /// The name with suffix `number` before its ending, `a.2.jsonl`; unchanged for 0. Shortened where it has to be, so
    /// that `ending` still fits after it.
    func numbered(_ number: Int, before ending: String = "") -> FileName {
        if number == 0, characters.count - 1 + ending.utf8.count <= FileName.longest { return self }
        // By scalars: one character may have as many accents as a name has room for.
        let text = text.unicodeScalars
        let dot = text.lastIndex(of: ".").flatMap { $0 > text.startIndex ? $0 : nil } ?? text.endIndex
        let tail = (number == 0 ? "" : ".\(number)") + String(text[dot...].prefix(16))
        var stem = text[..<dot]
        while stem.last != nil, String(stem).utf8.count + tail.utf8.count + ending.utf8.count > FileName.longest {
            stem.removeLast()
        }
        return FileName(String(stem) + tail)
    }

    /// The name under which it may be kept: masked, and without control characters or broken UTF-8.
    var kept: FileName {
        if isPlain, !CPR.found(in: text) { return self }
        let scalars = CPR.masked(text).unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "_" : Character($0) }
        return FileName(String(scalars))
    }

    /// The name of the report beside it.
    var report: FileName { FileName(text + FileName.reportEnding) }

    /// Whether it is the name of a report.
    var isReport: Bool { text.hasSuffix(FileName.reportEnding) }

    /// What the name of a report ends with.
    static let reportEnding = ".reason.json"
}

extension Directory {
    /// `name`, or the first of its numbered forms that is free.
    func freeName(for name: FileName) throws(FileError) -> FileName {
        try name.numbered(
            Directory.firstFree { (number) throws(FileError) in try status(of: name.numbered(number)) == nil })
    }

    /// The first number for which `isFree`, given that the numbers taken are the first ones.
    static func firstFree(_ isFree: (Int) throws(FileError) -> Bool) throws(FileError) -> Int {
        if try isFree(0) { return 0 }
        var taken = 0
        var free = 1
        while try !isFree(free) { (taken, free) = (free, free * 2) }
        // Thousands of files of one name a day are no reason to look at thousands of names each time.
        while free - taken > 1 {
            let middle = (taken + free) / 2
            if try isFree(middle) { free = middle } else { taken = middle }
        }
        return free
    }
}
