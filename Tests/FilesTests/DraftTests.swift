import Files
import Foundation
import TestSupport
import Testing

/// Files that are whole whenever somebody looks.
@Suite struct DraftTests {
    private let room: TemporaryDirectory
    private let path: String

    init() throws {
        room = try TemporaryDirectory()
        path = "\(room.path)/a"
        try "old".write(toFile: path, atomically: false, encoding: .utf8)
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: room.path).sorted() }
    }

    private func text(_ name: String = "a") throws -> String {
        try String(contentsOfFile: "\(room.path)/\(name)", encoding: .utf8)
    }

    private func place(_ text: String, mode: mode_t? = nil) throws {
        let draft = try Draft(of: path, mode: mode)
        try draft.file.write(Array(text.utf8))
        #expect(try self.text() != text)
        try draft.place()
    }

    @Test func `it takes the old file's place at one stroke, and leaves nothing beside it`() throws {
        try place("new")
        #expect(try text() == "new" && names == ["a"])
    }

    @Test func `given up it goes, and the old file stays`() throws {
        do {
            let draft = try Draft(of: path)
            try draft.file.write(Array("half".utf8))
            #expect(try names == ["a", "a.new"])
        }
        #expect(try text() == "old" && names == ["a"])
    }

    @Test func `what a crash left under its name is replaced, and a link there is not followed`() throws {
        try "torn and long".write(toFile: "\(path).new", atomically: false, encoding: .utf8)
        try place("1")
        #expect(try text() == "1")
        try "other".write(toFile: "\(room.path)/other", atomically: false, encoding: .utf8)
        #expect(symlink("other", "\(path).new") == 0)
        try place("2")
        #expect(try text() == "2" && text("other") == "other" && names == ["a", "other"])
    }

    /// The umask is the process's own, hence a process for each.
    @Test func `its rights are those asked for whatever the umask, or else what the umask leaves`() async throws {
        await #expect(processExitsWith: .success) { [path = path as String] in
            umask(0o077)
            for (mode, expected) in [(0o644, 0o644), (0o640, 0o640), (nil, 0o600)] as [(mode_t?, mode_t)] {
                try Draft(of: path, mode: mode).place()
                #expect(stat(of: path)?.st_mode == S_IFREG | expected)
            }
        }
    }

    @Test func `a place that cannot be written is told`() throws {
        let error = #expect(throws: FileError.self) { try Draft(of: "\(room.path)/none/a") }
        #expect(error?.code == ENOENT && error?.path.hasPrefix("\(room.path)/none/a") == true)
        try Directory.make("\(room.path)/d/e")
        let other = #expect(throws: FileError.self) { try Draft(of: "\(room.path)/d").place() }
        #expect(other?.description.hasPrefix("\(room.path)/d cannot be put in place (") == true)
        #expect(try names == ["a", "d"])
    }
}
