import Files
import Foundation
import TestSupport
import Testing

/// Files that grow by whole lines.
@Suite struct AppendFileTests {
    private let room: TemporaryDirectory
    private let path: String

    init() throws {
        room = try TemporaryDirectory()
        path = "\(room.path)/a.log"
    }

    private var text: String { get throws { try String(contentsOfFile: path, encoding: .utf8) } }

    @Test func `it is made for its group, grows at its end, and is told when a link has its name`() throws {
        let file = try AppendFile(path: path)
        let mask = umask(0)
        umask(mask)
        #expect(stat(of: path)?.st_mode == S_IFREG | 0o640 & ~mask)
        try file.append("one\n")
        try AppendFile(path: path).append("two\n")
        try file.append("three\n")
        #expect(try text == "one\ntwo\nthree\n")
        #expect(symlink("a.log", "\(room.path)/link") == 0)
        let error = #expect(throws: FileError.self) { try AppendFile(path: "\(room.path)/link") }
        #expect(error?.code == ELOOP)
    }

    /// A limit of the process's own, hence one for it.
    @Test func `what does not fit is told, and none of it stays`() async throws {
        await #expect(processExitsWith: .success) { [path = path as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            let file = try AppendFile(path: path)
            try file.append("one\n")
            let error = #expect(throws: FileError.self) { try file.append(String(repeating: "x", count: 2000) + "\n") }
            #expect(error?.code == EFBIG)
            try file.append("two\n")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "one\ntwo\n")
        }
    }

    @Test func `a full disk is told by its name`() throws {
        let error = #expect(throws: FileError.self) { try AppendFile(path: "/dev/full").append("one\n") }
        #expect(
            error?.description.hasPrefix("/dev/full cannot be written (No space left on device); make room") == true)
    }

    @Test(arguments: [
        ("", ""), ("a]\n", "a]\n"), ("a]\nb", "a]\n"), ("a]\nb\nc\n", "a]\n"), ("a", ""), ("a]", ""), ("\n\n", ""),
        (String(repeating: "x", count: 9000) + "]\nb", String(repeating: "x", count: 9000) + "]\n"),
        ("a]\n" + String(repeating: "y", count: 9000), "a]\n"),
    ])
    func `what a crash left half written is cut off`(before: String, after: String) throws {
        try before.write(toFile: path, atomically: false, encoding: .utf8)
        let file = try AppendFile(path: path)
        try file.cutTornEnd { $0.hasSuffix("]") }
        #expect(try text == after)
        try file.append("z]\n")
        #expect(try text == after + "z]\n")
    }
}
