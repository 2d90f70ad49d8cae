package import Foundation

/// A Python program that answers questions with another implementation than this one.
package enum PythonProgram {
    /// What `program` prints, a line for each, when it is given `input` on standard input.
    ///
    /// The program must read to the end before it answers, so that neither pipe can fill while the other is waited for.
    package static func lines(of program: String, _ arguments: [String] = [], input: Data) throws -> [String] {
        guard let python = ProcessInfo.processInfo.environment["FRISTD_PYTHON"] else { throw NoPython() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-c", program] + arguments
        let (pipe, output) = (Pipe(), Pipe())
        process.standardInput = pipe
        process.standardOutput = output
        try process.run()
        try pipe.fileHandleForWriting.write(contentsOf: input)
        try pipe.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Ended(status: process.terminationStatus) }
        return text.split(separator: "\n").map(String.init)
    }

    private struct NoPython: Error, CustomStringConvertible {
        let description = "FRISTD_PYTHON names no python with the libraries of deploy/test; run that, which sets one up"
    }

    private struct Ended: Error {
        let status: Int32
    }
}
