import Foundation

/// Looks for a text in every byte of directories, packed files unpacked, and in the names of files.
package enum ByteSearch {
    /// The files in which it stands, or whose names have it, as paths below the directory.
    package static func files(with text: String, in directories: [String]) throws -> [String] {
        var found: [String] = []
        for directory in directories {
            for name in try FileManager.default.subpathsOfDirectory(atPath: directory).sorted() {
                let path = "\(directory)/\(name)"
                var isDirectory: ObjCBool = false
                _ = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
                if name.contains(text) { found.append(name) }
                guard !isDirectory.boolValue else { continue }
                let command = name.hasSuffix(".gz") ? ["zcat", path] : ["cat", path]
                do {
                    if try ShellCommand(command).output().range(of: Data(text.utf8)) != nil { found.append(name) }
                } catch {
                    // A running daemon may have given a draft its name since the directory was read.
                    if FileManager.default.fileExists(atPath: path) { throw error }
                }
            }
        }
        return found
    }
}
