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
        for tag in text.matches(of: #/\{\{(?<sign>[#^/&{!%><$=]?)\s*(?:\w+\()*(?<name>[^(){}]*?)\)*\s*\}\}/#) {
            let (sign, name) = (tag.sign, String(tag.name))
            if sign == "/" { scopes.removeLast() }
            guard !["/", "!", "%"].contains(sign) else { continue }
            if let fault = fault(sign, name, scopes, gaps) {
                let line = text[..<tag.range.lowerBound].count(where: \.isNewline) + 1
                let finding = Finding(line: line, message: "\"{{\(name)}}\" \(fault)")
                if !findings.contains(finding) { findings.append(finding) }
            }
            if sign == "#" || sign == "^" { scopes.append(Gaps(rawValue: name.camelCased)?.inside ?? []) }
        }
        return findings
    }

    private static func fault<Gaps: Gap>(_ sign: Substring, _ name: String, _ scopes: [[String]], _ gaps: Gaps.Type)
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
