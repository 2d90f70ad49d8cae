import Glibc
import Rules

/// Where the names in `fristd.toml` lead: beside that file, and where nothing lies there, to what is shipped with the program.
/// So a configuration holds what its municipality has written, and the rest is as new as the program.
struct ConfigurationFiles: Sendable {
    /// The file that names them.
    let file: String
    /// Where what is shipped lies; nil where nothing is installed.
    let shipped: String?

    /// `share/fristd/etc` of the installation that the program is part of (hier(7)); nil where it runs from its build.
    static let installed: String? = {
        guard let program = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(program) }
        let folders = String(cString: program).split(separator: "/").dropLast(2)
        let directory = (folders + ["share", "fristd", "etc"]).reduce("") { "\($0)/\($1)" }
        return exists(directory) ? directory : nil
    }()

    /// `name` taken from the folder of the file.
    func own(_ name: String) -> String {
        if name.hasPrefix("/") { return name }
        guard let slash = file.lastIndex(of: "/") else { return name }
        return String(file[...slash]) + name
    }

    /// Where to read `name`.
    func path(_ name: String) -> String {
        let own = own(name)
        guard !name.hasPrefix("/"), let shipped, !Self.exists(own) else { return own }
        return Self.exists("\(shipped)/\(name)") ? "\(shipped)/\(name)" : own
    }

    fileprivate static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 || errno == EACCES }

    /// The wording of a language.
    func wordingDirectory(_ directory: String, language: String) -> WordingDirectory {
        WordingDirectory(around: own(directory), language: language, shipped: shipped.map { "\($0)/templates" })
    }

    /// Where wording lies: a directory that serves all languages, with one in it for each of them.
    struct WordingDirectory: Sendable {
        let around: String
        let language: String
        let shipped: String?

        /// The files: the municipality's own, and for each that it lacks the one shipped.
        ///
        /// - Throws: why one cannot be read.
        func read() throws(Fault) -> WordingFiles {
            var texts: [String: String] = [:]
            var shippedWords = ""
            // What serves all languages lies around them alone: a page of an older version's in one of them is nobody's any more.
            for subdirectory in ["/\(language)", ""] {
                if let shipped {
                    let others = try TextFile.readAll(in: shipped + subdirectory)
                    shippedWords += others["ord.toml"] ?? ""
                    texts.merge(others) { $1 }
                }
                let own = around + subdirectory
                if shipped == nil || ConfigurationFiles.exists(own) {
                    texts.merge(try TextFile.readAll(in: own)) { $1 }
                }
            }
            return WordingFiles(directory: "\(around)/\(language)", texts: texts, shippedWords: shippedWords)
        }
    }
}
