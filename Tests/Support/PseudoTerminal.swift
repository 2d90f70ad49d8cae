import Foundation

/// A real pseudo-terminal of some width, for what behaves otherwise on a terminal than in a file.
package final class PseudoTerminal {
    /// The end that programs write to.
    package let end: Int32
    private let master: Int32

    /// One with so many columns.
    package init(columns: UInt16 = 80) throws {
        var (master, end): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&master, &end, nil, nil, &size) == 0 else { throw SystemCallFailure("openpty", errno) }
        (self.master, self.end) = (master, end)
    }

    deinit {
        close(master)
        close(end)
    }

    /// What has been written and not been read yet, as it came; line feeds stand as CR LF.
    package func shown() throws -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        while poll(&wanted, 1, 0) == 1, wanted.revents & Int16(POLLIN) != 0 {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Runs a program of this package to its end with its standard output on the terminal, and returns what was shown.
    /// Its standard error is left out: where the machine is slow, that shows progress.
    ///
    /// - Parameter environment: its variables besides the path.
    package func run(
        _ program: String, _ arguments: [String], environment: [String: String] = ["TERM": "xterm"]
    ) throws -> String {
        let process = Process()
        (process.executableURL, process.arguments) = try BuiltProgram(program).command(arguments)
        process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
        let terminal = FileHandle(fileDescriptor: end, closeOnDealloc: false)
        (process.standardInput, process.standardOutput) = (FileHandle.nullDevice, terminal)
        process.standardError = FileHandle.nullDevice
        try process.run()
        // A terminal holds a few kilobytes: it must be read while the program writes.
        var text = ""
        while process.isRunning {
            var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            poll(&wanted, 1, 20)
            text += try shown()
        }
        process.waitUntilExit()
        return (text + (try shown())).replacingOccurrences(of: "\r\n", with: "\n")
    }
}
