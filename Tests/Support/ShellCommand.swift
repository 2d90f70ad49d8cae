package import Foundation

/// A program that a test runs to its end.
package struct ShellCommand {
    let arguments: [String]

    /// The program's name and arguments.
    package init(_ arguments: [String]) {
        self.arguments = arguments
    }

    /// Runs the program, found in the path, and returns what it wrote to standard output.
    package func output() throws -> Data {
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

    /// It ended with another status than 0.
    package struct Failure: Error {
        let arguments: [String]
        let status: Int32
    }
}
