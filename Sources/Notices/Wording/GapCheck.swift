import Deadlines

/// What a text speaks of that nothing fills: it would leave a gap in what people read.
enum GapCheck {
    /// What is wrong, and on which line of the text, from 1.
    struct Finding: Hashable {
        let line: Int
        let message: String
    }

    /// What is wrong in `text`, which is filled by `gaps`; each thing once a line.
    static func findings<Gaps: Gap>(in text: String, filledBy gaps: Gaps.Type) -> [Finding] {
        var findings: [Finding] = []
        // What is known at a place: outside all sections, and in each section around it.
        var scopes = [Gaps.outermost.map(\.rawValue)]
        for (sign, name, line) in tags(in: text) {
            if sign == "/" { scopes.removeLast() }
            guard !["/", "!", "%"].contains(sign) else { continue }
            if let fault = fault(sign, name, scopes, gaps) {
                let finding = Finding(line: line, message: "\"{{\(name)}}\" \(fault)")
                if !findings.contains(finding) { findings.append(finding) }
            }
            if sign == "#" { scopes.append(Gaps(rawValue: name.camelCased)?.inside ?? []) }
            if sign == "^" { scopes.append([]) }
        }
        return findings
    }

    /// Each tag, `{{#name}}`, `{{lowercased(name)}}`: what it does with a name, and the line it stands on.
    private static func tags(in text: String) -> [(sign: Character?, name: String, line: Int)] {
        var line = 1
        return text.split(separator: "{{", omittingEmptySubsequences: false).enumerated().compactMap { position, part in
            let first = line
            line += part.utf8.count { $0 == UInt8(ascii: "\n") }
            let words = part.drop { "{ ".contains($0) }
            guard position > 0, let begin = words.first else { return nil }
            let sign = "#^/&!%><$=".contains(begin) ? begin : nil
            let inside = words.dropFirst(sign == nil ? 0 : 1).prefix { $0 != "}" }
            // What a transformation is applied to stands in its brackets.
            let name = inside.split(separator: "(", omittingEmptySubsequences: false).last?.prefix { $0 != ")" } ?? ""
            return (sign, name.filter { $0 != " " }, first)
        }
    }

    private static func fault<Gaps: Gap>(_ sign: Character?, _ name: String, _ scopes: [[String]], _ gaps: Gaps.Type)
        -> String?
    {
        if ["<", ">", "$", "="].contains(sign) { return "is neither a name nor a section" }
        // In a section `.` is what it is about, and nothing at all its place among others.
        if scopes.count > 1, name.isEmpty || name == "." { return nil }
        let known = scopes.joined().flatMap { name in
            [name] + (Gaps(rawValue: name)?.inside ?? []).map { "\(name).\($0)" }
        }
        if known.contains(name.camelCased) { return nil }
        return "stands for nothing here\(NearestWord.hint(name, in: known.map(\.snakeCased)))"
    }
}
