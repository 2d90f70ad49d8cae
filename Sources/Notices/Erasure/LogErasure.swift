package import Deadlines
import Files
import Glibc

/// Takes cases out of the logs: the record, the persons' logs, those that were rotated and packed, and digests.
package struct LogErasure {
    private let directory: String
    private let cases: ErasedCases
    /// How many files were changed or removed.
    package private(set) var files = 0
    /// Why some could not be looked through.
    package private(set) var troubles: [String] = []

    private var digestDirectory: String { "\(directory)/digests" }

    /// An erasure of these cases from what lies in the log directory.
    package init(of cases: ErasedCases, logDirectory: String) {
        directory = logDirectory
        self.cases = cases
    }

    /// Takes them out of the logs, those in directories that logs are rotated into too.
    ///
    /// - Parameter whilePaused: does what it is given while nobody appends to a log; who has one open must open it anew.
    package mutating func eraseLogs(whilePaused: (() throws -> Bool) throws -> Bool) {
        // Logs may be rotated meanwhile: looked at until a pass finds nothing.
        for _ in 0..<5 {
            let list = FolderList(below: directory, leaving: digestDirectory)
            troubles += list.troubles.map(\.description)
            var found = 0
            for log in list.files {
                guard let filter = filter(for: log) else { continue }
                attempt { erasure in
                    guard try erasure.concerns(log, filter) else { return }
                    found += 1
                    if try whilePaused({ try erasure.rewrite(log, filter) }) { erasure.files += 1 }
                }
            }
            if found == 0 || !troubles.isEmpty { return }
        }
    }

    /// What a log is read by; nil for what is none, as may lie beside the record.
    private func filter(for log: String) -> (any LineFilter)? {
        if NoticeLog.isRecord(log) { return RecordFilter(cases) }
        return log.dropFirst(directory.count + 1).contains("/") ? PersonLogFilter(cases) : nil
    }

    /// Takes them out of the figures of digests, which else stay as they were reported. The readable forms of a digest that
    /// named one of them go. No digest may be written meanwhile.
    package mutating func eraseDigests() {
        let list = FolderList(below: digestDirectory)
        troubles += list.troubles.map(\.description)
        let digests = Dictionary(grouping: list.files) { path in
            let name = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
            return path[..<(path[name...].firstIndex(of: ".") ?? path.endIndex)]
        }
        for forms in digests.values { attempt { try $0.eraseDigest(forms) } }
    }

    private mutating func eraseDigest(_ forms: [String]) throws {
        let filter = DigestFilter(cases)
        let figures = forms.first { $0.hasSuffix(".json") || $0.hasSuffix(".json.gz") }
        guard try (figures.map { [$0] } ?? forms).contains(where: { try concerns($0, filter) }) else { return }
        // The figures last: they tell which digests are to be seen to.
        for form in forms where form != figures {
            guard unlink(form) == 0 else { throw FileError("removed", form) }
            files += 1
        }
        if let figures, try rewrite(figures, filter) { files += 1 }
    }

    private mutating func attempt(_ body: (inout LogErasure) throws -> Void) {
        do { try body(&self) } catch { troubles.append("\(error)") }
    }

    /// Whether a file holds something of them.
    private func concerns(_ path: String, _ filter: any LineFilter) throws(FileError) -> Bool {
        var filter = filter
        let reader = try LineReader(path)
        while let line = try reader.next() {
            _ = filter.take(line)
            if filter.hasErased { return true }
        }
        return false
    }

    /// - Returns: whether it is done; not when another file has taken the name meanwhile.
    private func rewrite(_ path: String, _ filter: any LineFilter) throws(FileError) -> Bool {
        guard let old = stat(of: path, following: false) else { return true }
        var filter = filter
        let reader = try LineReader(path)
        let writer = try RewrittenFile(of: path, isPacked: reader.isPacked)
        while let line = try reader.next() { try writer.append(filter.take(line)) }
        return try writer.replace(old)
    }
}
