import Foundation

/// A program that a test runs to its end.
struct ShellCommand {
    let arguments: [String]

    init(_ arguments: [String]) {
        self.arguments = arguments
    }

    /// Runs the program, found in the path, and returns what it wrote to standard output.
    func output() throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let status = process.terminationStatus
        guard status == 0 else { throw Failure(arguments: arguments, status: status) }
        return data
    }

    struct Failure: Error {
        let arguments: [String]
        let status: Int32
    }
}
