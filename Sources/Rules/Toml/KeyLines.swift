import Deadlines

/// On which line of a TOML text each key stands.
///
/// The parser tells positions of syntax errors only; a wrong value needs its line too. This reads headers and keys at
/// the beginning of lines, which is how people write them; what stands deeper has the line of the key around it.
struct KeyLines {
    private var lines: [String: Int] = [:]

    init(_ text: String) {
        var table = ""
        var counts: [String: Int] = [:]
        var inLongString = false
        for (index, line) in KeyLines.split(text).enumerated() {
            let fences = line.split(separator: "\"\"\"", omittingEmptySubsequences: false).count - 1
            let wasInLongString = inLongString
            if fences % 2 == 1 { inLongString.toggle() }
            if wasInLongString { continue }
            let code = line.drop { $0 == " " || $0 == "\t" }
            if code.hasPrefix("[["), let end = code.firstRange(of: "]]") {
                let name = KeyLines.path(code[code.index(code.startIndex, offsetBy: 2)..<end.lowerBound])
                table = "\(name)[\(counts[name, default: 0])]"
                counts[name, default: 0] += 1
                lines[table] = index + 1
            } else if code.hasPrefix("["), let end = code.lastIndex(of: "]") {
                table = KeyLines.path(code[code.index(after: code.startIndex)..<end])
                lines[table] = index + 1
            } else if let equals = code.firstIndex(of: "="), code.first.map({ !"#{[".contains($0) }) ?? false {
                let key = KeyLines.path(code[..<equals])
                lines[table.isEmpty ? key : "\(table).\(key)"] = index + 1
            }
        }
    }

    /// The lines, however they end.
    static func split(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    private static func path(_ header: Substring) -> String {
        String(header.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" })
    }

    /// The line of `path` itself; nil where it does not begin a line of its own.
    func exact(_ path: String) -> Int? { lines[path] }

    /// The line of `path`, or of the nearest key around it.
    subscript(_ path: String) -> Int? {
        var path = path
        while !path.isEmpty {
            if let line = lines[path] ?? lines["\(path)[0]"] { return line }
            guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
            path = String(path[..<cut])
        }
        return nil
    }
}
