import Foundation

/// A real browser without a window (Debian's `chromium`), on a page in a file.
package struct Browser {
    private let directory: TemporaryDirectory
    private let page: String

    /// A browser that will show `page`.
    package init(showing page: String) throws {
        directory = try TemporaryDirectory()
        self.page = page
    }

    /// What the document is after `script` has run in it, in a window of this size: what the script leaves in the
    /// document's `title`.
    package func result(of script: String, width: Int, height: Int = 1200) throws -> String {
        let file = try write("\(page)<script>document.title = (() => { \(script) })();</script>", "probe.html")
        let document = try run(["--window-size=\(width),\(height)", "--dump-dom", "file://\(file)"])
        guard let start = document.range(of: "<title>"), let end = document.range(of: "</title>") else {
            throw NoDocument(said: document)
        }
        return String(document[start.upperBound..<end.lowerBound])
    }

    /// What `pdfinfo` says of the page printed.
    package func printed() throws -> String {
        let file = try write(page, "page.html")
        let paper = "\(directory.path)/page.pdf"
        _ = try run(["--no-pdf-header-footer", "--print-to-pdf=\(paper)", "file://\(file)"])
        return try Browser.output(of: "/usr/bin/pdfinfo", [paper])
    }

    /// What the HTML checker `tidy` finds wrong.
    package func faults() throws -> String {
        try Browser.output(of: "/usr/bin/tidy", ["-quiet", "-errors", try write(page, "page.html")], errors: true)
    }

    private func write(_ text: String, _ name: String) throws -> String {
        let path = "\(directory.path)/\(name)"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func run(_ arguments: [String]) throws -> String {
        try Browser.output(
            of: "/usr/bin/chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                "--user-data-dir=\(directory.path)/profile",
            ] + arguments)
    }

    private static func output(of program: String, _ arguments: [String], errors: Bool = false) throws -> String {
        guard FileManager.default.isExecutableFile(atPath: program) else { throw NotInstalled(program: program) }
        let pipe = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = errors ? FileHandle.nullDevice : pipe
        process.standardError = errors ? pipe : FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    private struct NotInstalled: Error, CustomStringConvertible {
        let program: String
        var description: String { "\(program) is not installed; deploy/test installs it" }
    }

    private struct NoDocument: Error {
        let said: String
    }
}
