import Files
import Foundation
import TestSupport
import Testing

/// Directories, in which strangers may put anything.
@Suite struct DirectoryTests {
    private let room: TemporaryDirectory

    init() throws { room = try TemporaryDirectory() }

    private func write(_ name: String, _ text: String = "") throws {
        try text.write(toFile: "\(room.path)/\(name)", atomically: false, encoding: .utf8)
    }

    @Test func `it is made with those above it, for its group and no other, and made again changes nothing`() throws {
        let path = "\(room.path)/a/b/c"
        for _ in 0..<2 { try Directory.make(path) }
        let mask = umask(0)
        umask(mask)
        for made in ["a", "a/b", "a/b/c"] {
            #expect(stat(of: "\(room.path)/\(made)")?.st_mode == S_IFDIR | 0o750 & ~mask, "\(made)")
        }
    }

    @Test func `a file in the way of a directory is told`() throws {
        try write("a")
        let error = #expect(throws: FileError.self) { try Directory.make("\(room.path)/a/b") }
        #expect(error?.code == ENOTDIR && error?.path == "\(room.path)/a/b")
    }

    @Test(arguments: [("/a/b", "/a"), ("/a/b/", "/a"), ("/a", "/"), ("a", "."), ("a/b", "a"), ("/", ".")])
    func `what holds a path`(path: String, holder: String) {
        #expect(Directory.path(of: path) == holder)
    }

    @Test func `hidden entries are seen on demand alone, and the directory itself never`() throws {
        for name in ["b", ".a", "c"] { try write(name) }
        let directory = try Directory(path: room.path)
        // Twice: listing must not use up the directory.
        for _ in 0..<2 {
            #expect(try directory.entries().map(\.name.text).sorted() == ["b", "c"])
            #expect(try directory.entries(withHidden: true).map(\.name.text).sorted() == [".a", "b", "c"])
        }
    }

    @Test func `no link is followed, and nobody is waited for`() throws {
        try write("own", "text")
        #expect(symlink("own", "\(room.path)/link") == 0 && symlink("/tmp", "\(room.path)/away") == 0)
        #expect(mkfifo("\(room.path)/fifo", 0o600) == 0)
        let directory = try Directory(path: room.path)
        let code = { (name: String) in
            #expect(throws: FileError.self) { try directory.open(FileName(name)) }?.code
        }
        #expect(code("link") == ELOOP && code("none") == ENOENT)
        for name in ["link", "away"] {
            #expect(throws: FileError.self) { try directory.create(FileName(name)) }
            #expect(throws: FileError.self) { try directory.directory(name, mode: 0o750) }
        }
        // Without a writer: this would wait for one.
        #expect(try !directory.open(FileName("fifo")).status().isRegular)
        #expect(try directory.open(FileName("own")).bytes(atMost: 3) == Array("tex".utf8))
        #expect(try directory.status(of: FileName("link"))?.isRegular == false)
        #expect(try directory.status(of: FileName("none")) == nil)
    }

    @Test func `a directory goes with all that is in it, and not what links in it lead to`() throws {
        try Directory.make("\(room.path)/gone/deep")
        try write("kept")
        for name in ["gone/a", "gone/deep/.b"] { try write(name) }
        #expect(symlink("\(room.path)/kept", "\(room.path)/gone/deep/link") == 0)
        let directory = try Directory(path: room.path)
        #expect(directory.canRemove(FileName("gone"), depth: 2) && !directory.canRemove(FileName("gone"), depth: 1))
        try directory.remove(FileName("gone"))
        #expect(try directory.entries(withHidden: true).map(\.name.text) == ["kept"])
    }

    @Test func `every file below it is seen in order, and what is amiss with one is told while the others are seen`()
        throws
    {
        for path in ["a/z", "b", ".h", "left"] { try Directory.make("\(room.path)/\(path)") }
        for name in ["a/z/1", "a/2", "b/3", ".h/4", "left/5", ".6"] { try write(name) }
        #expect(symlink("\(room.path)/left", "\(room.path)/b/link") == 0)
        func seen(withHidden: Bool, leaving left: String? = nil) throws -> (names: [String], troubles: [FileError]) {
            var names: [String] = []
            let troubles = try Directory(path: room.path).eachFile(withHidden: withHidden, leaving: left) {
                (directory, name, status) throws(FileError) in
                names.append(directory.path(of: name).replacing("\(room.path)/", with: ""))
                if name.text == "2" { throw FileError("searched", directory.path(of: name), code: EIO) }
            }
            return (names, troubles)
        }
        let all = try seen(withHidden: true)
        #expect(all.names == [".6", ".h/4", "a/2", "a/z/1", "b/3", "b/link", "left/5"])
        #expect(all.troubles.map(\.path) == ["\(room.path)/a/2"])
        let some = try seen(withHidden: false, leaving: "\(room.path)/left")
        #expect(some.names == ["a/2", "a/z/1", "b/3", "b/link"])
    }
}
