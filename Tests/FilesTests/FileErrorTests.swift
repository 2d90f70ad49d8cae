import Files
import Glibc
import Testing

/// What operations read of a file that cannot be had.
@Suite struct FileErrorTests {
    @Test func `it names the file, what was tried, why, and what to do`() {
        let error = FileError("opened", "/var/spool/fristd/incoming/a.json", code: EACCES)
        #expect(
            error.description
                == "/var/spool/fristd/incoming/a.json cannot be opened (Permission denied); give the daemon's user access to it"
        )
    }

    @Test func `what a stranger has called a file is masked and stays on its line, and can be left out`() {
        let error = FileError("moved", "/incoming/010190-1234\n.json", code: EXDEV)
        #expect(!error.description.contains("010190") && !error.description.contains("\n"))
        #expect(error.path.hasPrefix("/incoming/") && error.path.hasSuffix(".json"))
        #expect(error.discreetDescription.hasPrefix("something in /incoming cannot be moved ("))
    }

    @Test(arguments: [ENOSPC, EROFS, ELOOP, EIO, ENOENT, EMFILE, 9999]) func `each number has a word of advice`(
        code: Int32
    ) {
        let text = FileError("written", "/a", code: code).description
        #expect(
            text.hasPrefix("/a cannot be written (") && text.split(separator: "); ").last?.count ?? 0 > 10, "\(text)")
    }

    @Test func `a file that is not there is told by the system's own word`() {
        let error = #expect(throws: FileError.self) { try OpenFile("/nowhere/at/all") }
        #expect(
            error?.code == ENOENT && error?.path == "/nowhere/at/all" && error?.reason == "No such file or directory")
    }
}
