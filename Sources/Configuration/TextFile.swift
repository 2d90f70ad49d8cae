import Deadlines
import Files
import Glibc
import Rules

/// A configuration file's text.
enum TextFile {
    /// The largest file read: packs are a few hundred lines.
    private static let largest = 16 << 20

    /// The text of the file at `path`.
    ///
    /// - Parameter group: who may read it beside root; nil is everybody.
    /// - Throws: a fault that says why it cannot be read.
    static func read(_ path: String, onlyFor group: String? = nil) throws(Fault) -> String {
        let bytes: [UInt8]
        do { bytes = try OpenFile(path).bytes(atMost: largest + 1) } catch {
            let advice = error.code == EACCES ? group.map { "; \(remedy(path, $0))" } ?? "" : ""
            throw fault(path, "cannot be read: \(error.reason)\(advice)")
        }
        guard bytes.count <= largest else { throw fault(path, "is larger than \(largest >> 20) MiB") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(path, "is not UTF-8") }
        return text
    }

    /// The texts of the templates and word lists in `directory`, by name.
    static func readAll(in directory: String) throws(Fault) -> [String: String] {
        let names: [String]
        do { names = try Directory(path: directory).entries().map(\.name.text) } catch {
            throw fault(directory, "cannot be read: \(error.reason)")
        }
        var texts: [String: String] = [:]
        for name in names where name.hasSuffix(".mustache") || name.hasSuffix(".toml") {
            texts[name] = try read("\(directory)/\(name)")
        }
        return texts
    }

    /// What helps against a file that is not to be read: its rights may be wrong, or the account.
    private static func remedy(_ path: String, _ group: String) -> String {
        let status = stat(of: path, following: false)
        return status.map { $0.st_gid != 0 && $0.st_mode & S_IRGRP != 0 } ?? false
            ? "be in the group \(group), which may read it"
            : "it must be readable by the group \(group): chown root:\(group), chmod 0640"
    }

    /// What a text that is no TOML any more says of directories, by section: section headers stand alone on their line.
    static func directories(of text: String) -> [String: String] {
        var (section, directories) = ("", [String: String]())
        for line in text.split(separator: "\n") {
            if let header = line.wholeMatch(of: #/\s*\[(\w+)\]\s*/#) { section = String(header.1) }
            if let value = line.firstMatch(of: #/^\s*directory\s*=\s*"([^"\\]+)"/#) {
                directories[section] = String(value.1)
            }
        }
        return directories
    }

    private static func fault(_ path: String, _ message: String) -> Fault {
        Fault(file: path, line: nil, key: "", message: message)
    }
}
