import Dispatch
import Glibc
import TestSupport
import Testing

@testable import Commands

/// The bar on a real terminal, by a clock that the test sets.
@Suite struct ProgressTests {
    private final class Watch {
        var time = Duration.seconds(1000)
    }

    private let watch = Watch()

    private func progress(_ work: Progress.Work, _ terminal: PseudoTerminal, since: Duration? = nil) throws -> Progress
    {
        // The tests may run without TERM.
        let shown = try #require(
            Progress.Terminal(descriptor: terminal.end, variable: { $0 == "TERM" ? "xterm" : nil }))
        return Progress(
            work, label: "reading", terminal: shown, clock: { [watch] in watch.time },
            since: since)
    }

    private func after(_ milliseconds: Int) { watch.time += .milliseconds(milliseconds) }

    @Test func `what is done within two seconds draws nothing`() throws {
        let terminal = try PseudoTerminal()
        let progress = try progress(.steps(10), terminal)
        for _ in 0..<10 {
            after(190)
            progress.advance()
        }
        progress.finish()
        #expect(try terminal.shown() == "")
    }

    @Test func `what takes longer is drawn as soon as that is seen, and erased at the end`() throws {
        let terminal = try PseudoTerminal()
        let progress = try progress(.steps(10), terminal)
        after(490)
        progress.advance()
        #expect(try terminal.shown() == "")
        after(510)
        progress.advance()
        let bar = "reading  [######........................]   20 %  0:04 left"
        #expect(try terminal.shown() == "\r\(bar)\u{1B}[K")
        // Not drawn again at once.
        after(50)
        progress.advance()
        #expect(try terminal.shown() == "")
        after(50)
        progress.advance()
        #expect(try terminal.shown().contains(" 40 %"))
        progress.finish()
        #expect(try terminal.shown() == "\r\u{1B}[K")
        progress.finish()
        #expect(try terminal.shown() == "")
    }

    @Test func `work that ends slower than it began is drawn after two seconds`() throws {
        let terminal = try PseudoTerminal()
        let progress = try progress(.steps(100), terminal)
        after(100)
        progress.advance(by: 99)
        after(1800)
        progress.advance(by: 0)
        #expect(try terminal.shown() == "")
        after(100)
        progress.advance(by: 0)
        #expect(try terminal.shown().contains(" 99 %"))
    }

    @Test func `what comes after other work is drawn when both together take long`() throws {
        let terminal = try PseudoTerminal()
        let progress = try progress(.counted, terminal, since: watch.time - .milliseconds(1500))
        after(490)
        progress.advance(by: 9)
        #expect(try terminal.shown() == "")
        after(10)
        progress.advance()
        #expect(try terminal.shown().contains("reading  10"))
    }

    @Test func `without a total it counts`() throws {
        let terminal = try PseudoTerminal()
        let progress = try progress(.counted, terminal)
        after(2000)
        progress.advance(by: 1234)
        #expect(try terminal.shown() == "\rreading  1234\u{1B}[K")
    }

    @Test func `where no steps can be seen it tells the time`() throws {
        let terminal = try PseudoTerminal()
        let progress = try progress(.timed, terminal)
        after(67_500)
        progress.advance(by: 0)
        #expect(try terminal.shown() == "\rreading  1:07\u{1B}[K")
    }

    @Test func `work on another thread is watched until it is done`() throws {
        let terminal = try PseudoTerminal()
        let progress = try progress(.steps(4), terminal)
        let goOn = DispatchSemaphore(value: 0)
        var looks = 0
        let result = progress.watch(
            done: {
                looks += 1
                after(5000)
                if looks == 3 { goOn.signal() }
                return looks
            },
            {
                goOn.wait()
                return "done"
            })
        #expect(result == "done")
        let shown = try terminal.shown()
        #expect(shown.contains(" 25 %") && shown.contains(" 75 %") && shown.hasSuffix("\r\u{1B}[K"), "\(shown)")
    }

    @Test func `what watched work throws is thrown on`() throws {
        struct Refused: Error {}
        let progress = try progress(.timed, PseudoTerminal())
        #expect(throws: Refused.self) { try progress.watch { throw Refused() } }
    }

    @Test(arguments: [20, 40, 60, 80, 200])
    func `a bar never reaches the last column`(columns: Int) throws {
        let terminal = try PseudoTerminal(columns: UInt16(columns))
        let progress = try progress(.steps(3), terminal)
        after(5000)
        progress.advance()
        let shown = try terminal.shown().replacing("\r", with: "").replacing("\u{1B}[K", with: "")
        #expect(shown.count < columns && shown.contains("33 %"), "\(shown)")
    }

    @Test func `no bar in a file nor on a dumb terminal, and it goes with its owner`() throws {
        #expect(Progress.Terminal(descriptor: 0, variable: { _ in "dumb" }) == nil)
        let (file, terminal) = (try TemporaryDirectory(), try PseudoTerminal())
        let descriptor = open("\(file.path)/file", O_RDWR | O_CREAT, 0o600)
        defer { close(descriptor) }
        #expect(Progress.Terminal(descriptor: descriptor, variable: { _ in "xterm" }) == nil)
        #expect(Progress.Terminal(descriptor: terminal.end, variable: { _ in "dumb" }) == nil)
        do {
            let progress = try progress(.steps(2), terminal)
            after(3000)
            progress.advance()
            _ = try terminal.shown()
        }
        #expect(try terminal.shown() == "\r\u{1B}[K")
    }
}
