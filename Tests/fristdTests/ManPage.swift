import Foundation

/// A man page of `deploy/man`, in mdoc(7).
struct ManPage {
    static let names = [
        "fristctl.1", "fristd.8", "fristd.toml.5", "fristd-updates.5", "fristd-rules.5", "fristd-instance.8",
    ]

    let path: String
    let lines: [String]

    init(_ name: String) throws {
        path = "\(ManPage.root)/deploy/man/\(name)"
        lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The lines of a section.
    func section(_ name: String) -> [String] {
        guard let start = lines.firstIndex(of: ".Sh \(name)") else { return [] }
        return Array(lines[(start + 1)...].prefix { !$0.hasPrefix(".Sh ") })
    }

    /// The subsections by name, without what comes before the first.
    func subsections(of lines: [String]) -> [String: [String]] {
        var found: [String: [String]] = [:]
        var name: String?
        for line in lines {
            if line.hasPrefix(".Ss ") {
                name = line.dropFirst(4).replacingOccurrences(of: "\\&", with: "").replacingOccurrences(
                    of: "\\(dq", with: "\"")
            } else if line.hasPrefix(".Sh ") {
                name = nil
            } else if let name {
                found[name, default: []].append(line)
            }
        }
        return found
    }

    /// The literal blocks.
    var literals: [String] {
        lines.split { $0.hasPrefix(".Bd ") }.dropFirst().map { block in
            block.prefix { $0 != ".Ed" }.joined(separator: "\n")
        }
    }

    /// The command lines that are shown.
    var commands: [[String]] {
        lines.filter { $0.hasPrefix(".Dl ") }.map { $0.dropFirst(4).split(separator: " ").map(String.init) }
    }
}
