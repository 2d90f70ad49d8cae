import Files
import Foundation
import TestSupport
import Testing

/// Files read and written anew line by line, packed as they were.
@Suite struct RewrittenFileTests {
    private let room: TemporaryDirectory
    private let path: String

    init() throws {
        room = try TemporaryDirectory()
        path = "\(room.path)/a.log"
    }

    private func write(_ text: String, isPacked: Bool) throws {
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        if isPacked {
            _ = try ShellCommand(["sh", "-c", "gzip -c \"$0\" >\"$0.gz\" && mv \"$0.gz\" \"$0\"", path]).output()
        }
    }

    private func lines() throws -> [String] {
        let reader = try LineReader(path)
        var lines: [String] = []
        while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    @Test(arguments: [true, false]) func `lines are read as they are, the last one torn or not`(isPacked: Bool) throws {
        let long = String(repeating: "x", count: 300_000) + "\n"
        try write("a\n\n\(long)b", isPacked: isPacked)
        #expect(try LineReader(path).isPacked == isPacked)
        #expect(try lines() == ["a\n", "\n", long, "b"])
        try write("", isPacked: isPacked)
        #expect(try lines().isEmpty)
    }

    @Test func `what is cut off or packed in another way is told`() throws {
        try write(String((0..<50_000).map { "\($0)" }.joined(separator: "\n")), isPacked: true)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
        let cut = #expect(throws: FileError.self) { try lines() }
        #expect(cut?.description.hasPrefix("\(path) cannot be unpacked (") == true)
        try write("\u{1}\u{2}", isPacked: false)
        let other = #expect(throws: FileError.self) { try LineReader(path) }
        #expect(other?.code == ENOTSUP)
    }

    @Test(arguments: [true, false]) func `it takes the old file's place, times and rights, packed as that was`(
        isPacked: Bool
    ) throws {
        try write("a\nb\nc\n", isPacked: isPacked)
        #expect(chmod(path, 0o604) == 0)
        #expect(utimensat(AT_FDCWD, path, [timespec(tv_sec: 5, tv_nsec: 6), timespec(tv_sec: 7, tv_nsec: 8)], 0) == 0)
        let old = try #require(stat(of: path))
        let rewritten = try RewrittenFile(of: path, isPacked: isPacked)
        for line in ["a\n", "", "c\n"] { try rewritten.append(Array(line.utf8)) }
        #expect(try rewritten.replace(old))
        let new = try #require(stat(of: path))
        #expect(new.st_ino != old.st_ino && new.st_mode == S_IFREG | 0o604)
        #expect(new.st_mtim.tv_sec == 7 && new.st_mtim.tv_nsec == 8)
        #expect(try lines() == ["a\n", "c\n"] && LineReader(path).isPacked == isPacked)
        #expect(try FileManager.default.contentsOfDirectory(atPath: room.path) == ["a.log"])
    }

    @Test func `it leaves alone what has taken the name meanwhile`() throws {
        try write("a\n", isPacked: false)
        let old = try #require(stat(of: path))
        let rewritten = try RewrittenFile(of: path, isPacked: false)
        try rewritten.append(Array("b\n".utf8))
        #expect(rename(path, "\(path).1") == 0)
        try write("c\n", isPacked: false)
        #expect(try !rewritten.replace(old))
        #expect(try lines() == ["c\n"])
        withExtendedLifetime(rewritten) {}
    }
}
