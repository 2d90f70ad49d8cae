package import Foundation

/// A program of this package, as the build left it beside the tests.
package struct BuiltProgram {
    /// Where it lies.
    package let executable: URL

    /// The program of this name.
    package init(_ name: String) throws {
        let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        executable = products.appendingPathComponent(name)
        guard FileManager.default.isExecutableFile(atPath: executable.path) else {
            throw NotBuilt(path: executable.path)
        }
    }

    /// What to start so that it runs with these arguments, sees a journald of the tests' own, and is this account's.
    func command(_ arguments: [String], as account: Account? = nil) throws -> (URL, [String]) {
        try JournalDaemon.seen(by: Account.command(executable, arguments, as: account))
    }

    /// What a run came to.
    package struct Outcome: Sendable {
        /// The exit code.
        package let status: Int32
        /// Standard output.
        package let output: String
        /// Standard error.
        package let errors: String

        /// Standard output as JSON: an object.
        package func object() throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
        }

        /// Standard output as JSON: a list of objects.
        package func rows() throws -> [[String: Any]] {
            try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]] ?? []
        }
    }

    /// Runs it to its end, with `input` on standard input.
    ///
    /// - Parameter account: whom it runs as; nil is the test's own.
    package func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:], as account: Account? = nil
    ) throws -> Outcome {
        let directory = try TemporaryDirectory()
        let files = try ["input", "output", "errors"].map { name in
            let path = "\(directory.path)/\(name)"
            try Data((name == "input" ? input : "").utf8).write(to: URL(fileURLWithPath: path))
            return try FileHandle(forUpdating: URL(fileURLWithPath: path))
        }
        let process = Process()
        (process.executableURL, process.arguments) = try command(arguments, as: account)
        process.environment = environment.merging(["PATH": "/usr/bin:/bin", "COLUMNS": "200"]) { given, _ in given }
        (process.standardInput, process.standardOutput, process.standardError) = (files[0], files[1], files[2])
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            try String(contentsOfFile: "\(directory.path)/\(name)", encoding: .utf8)
        }
        return Outcome(status: process.terminationStatus, output: try text("output"), errors: try text("errors"))
    }

    /// The build did not make it: the test target must depend on it.
    package struct NotBuilt: Error {
        let path: String
    }
}
