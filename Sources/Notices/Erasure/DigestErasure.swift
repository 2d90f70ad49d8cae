import Deadlines
import Glibc

/// Digests.
extension LogErasure {
    /// Takes the cases out of every digest. No digest may be written meanwhile.
    ///
    /// - Returns: how many files were changed or removed, and what could not be looked through.
    package func eraseDigests() -> (files: Int, troubles: [LogFileError]) {
        var files = 0
        let list = FolderList(below: digestDirectory)
        var troubles = list.troubles
        for folder in list.folders {
            let paths = list.files.filter {
                $0.hasPrefix("\(folder)/") && !$0.dropFirst(folder.utf8.count + 1).contains("/")
            }
            let digests = Dictionary(grouping: paths) { $0.dropFirst(folder.utf8.count + 1).prefix { $0 != "." } }
            for forms in digests.sorted(by: { $0.key < $1.key }).map(\.value) {
                do throws(LogFileError) { files += try eraseDigest(forms) } catch { troubles.append(error) }
            }
        }
        return (files, troubles)
    }

    /// The forms of one digest.
    private func eraseDigest(_ forms: [String]) throws(LogFileError) -> Int {
        var texts: [(path: String, text: [UInt8], isPacked: Bool)] = []
        for path in forms {
            let (text, isPacked) = try content(of: path)
            texts.append((path, text, isPacked))
        }
        let names = texts.contains { isJSON($0.path) && mentions.isPlainCase(in: $0.text) }
        if names {
            // Where such a reference stands in words and pages cannot be told from other numbers.
            for path in forms where unlink(path) != 0 { throw LogFileError(path, "removed", errno) }
            return forms.count
        }
        var files = 0
        for (path, text, isPacked) in texts where mentions.appear(in: text) {
            let lines =
                isJSON(path)
                ? [blottedRefs(text)]
                : text.split(
                    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
                ).map { mentions.blotted(Array($0), withRefs: true) }
            try replace(path, isPacked: isPacked, Array(lines.joined(separator: [UInt8(ascii: "\n")])))
            files += 1
        }
        return files
    }

    /// JSON without the mentions, and without the ref that follows each.
    private func blottedRefs(_ text: [UInt8]) -> [UInt8] {
        let blotted = String(decoding: mentions.blotted(text), as: UTF8.self)
        let parts = blotted.split(separator: "\"case\": \"…\", \"ref\": \"", omittingEmptySubsequences: false)
        let rest = parts.dropFirst().map { $0.drop { $0 != "\"" }.dropFirst() }
        return Array(([parts[0][...]] + rest).joined(separator: "\"case\": \"…\", \"ref\": null").utf8)
    }

    private func isJSON(_ path: String) -> Bool { path.hasSuffix(".json") || path.hasSuffix(".json.gz") }

    private func content(of path: String) throws(LogFileError) -> ([UInt8], isPacked: Bool) {
        var reader = try LineReader(path)
        var text: [UInt8] = []
        while let line = try reader.next() { text += line }
        return (text, reader.isPacked)
    }

    private func replace(_ path: String, isPacked: Bool, _ text: [UInt8]) throws(LogFileError) {
        var old = stat()
        guard lstat(path, &old) == 0 else { return }
        let writer = try LineWriter(replacing: path, isPacked: isPacked)
        try writer.append(text)
        _ = try writer.replace(old)
    }
}
