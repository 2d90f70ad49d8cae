import Configuration
import Deadlines
import Dispatch
import Foundation
import Logging
import Notices
import Spool
import Store
import Systemd
import TestSupport
import Testing

@testable import fristd

/// What waits in the spool at the start is read before anybody is told anything.
@Suite struct StartOrderTests {
    private let configuration: ScratchConfiguration

    init() throws {
        configuration = try ScratchConfiguration()
        // A follow-up is due on 2 June, and nobody has been told that it was not held.
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-02T12:00:00+02:00")
        try configuration.put("a.jsonl", Lines.measure("u1"))
        try configuration.awaitEmptySpool()
        try daemon.signalAndAwaitStop()
    }

    @Test func `a file renamed in just before counts, for notices and for digests`() throws {
        try configuration.put(
            "z.json", #"{"id": "z", "case": "2026-0417", "event": "opfoelgning.afholdt", "at": "2026-06-01"}"#)
        // A Monday, on which a digest is due.
        let daemon = try DaemonProcess.ready(configuration, now: "2026-06-08T09:00:00+02:00")
        try daemon.awaitLog("period=2026-W23")
        #expect(try waiting().isEmpty && WholeLines.of(configuration.record) == [])
        try daemon.signalAndAwaitStop()
        #expect(WholeLines.of(configuration.record) == [])
    }

    @Test func `a file that never rests is waited for only so long, and that is said until it is read`() throws {
        let writer = try SlowWriter("\(configuration.incoming)/slow.jsonl")
        let troubles = IntakeTroubles(logger: Logger(label: "test"))
        let intake = try intake(troubles)
        try intake.inTurn { try $0.start() }
        #expect(troubles.gravest == nil && WholeLines.of(configuration.record) == [])
        let told = try FileWatch.lines(2, of: configuration.record)
        #expect(told.allSatisfy { $0.contains(#""stage": "overdue""#) })
        #expect(try waiting() == ["slow.jsonl"])
        let reason = try FileWatch.await("a note", in: configuration.state) {
            IntakeNote.read(in: configuration.state)?.trouble?.reason
        }
        #expect(reason.hasPrefix("1 file in \(configuration.incoming) could not be read"), "\(reason)")
        try writer.close()
        try FileWatch.await("no trouble", in: configuration.state) {
            IntakeNote.read(in: configuration.state)?.trouble == nil ? true : nil
        }
        #expect(try waiting().isEmpty)
        intake.inTurn { $0.stop() }
    }

    private func waiting() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: configuration.incoming)
    }

    /// As the daemon makes it, but for how long it waits.
    private func intake(_ troubles: IntakeTroubles) throws -> IntakeLoop {
        let loaded = try SettingsSource(file: configuration.file).load()
        let clock = try DaemonClock(startingAt: Instant(known: "2026-06-03T09:00:00+02:00"))
        let logger = Logger(label: "test")
        let store = try Store(directory: configuration.state)
        let (tally, lateness) = (UpdateTally(), LatenessHistogram())
        let status = StatusLine(
            store: store, clock: clock, settings: loaded.settings, notifier: .init(), logger: logger)
        let sending = try SendingLoop(
            store: store, clock: clock, logger: logger,
            sender: Sender(
                store: store, logDirectory: configuration.log, clock: clock, logger: logger, wording: loaded.wording,
                zone: loaded.zone, journalNamesCase: true, reckoner: loaded.settings.reckoner(), lateness: lateness),
            loaded: loaded, status: status)
        let digests = DigestLoop(clock: clock, logger: logger, loaded: loaded)
        return IntakeLoop(
            spool: SpoolDirectory(path: configuration.spool), store: store, clock: clock, logger: logger,
            loaded: loaded, tally: tally, troubles: troubles,
            followers: .init(
                sending: sending, digests: digests,
                erasures: ErasureLoop(
                    store: store, clock: clock, logger: logger, loaded: loaded, sending: sending, digests: digests),
                metrics: MetricsLoop(
                    store: store, clock: clock, logger: logger, settings: loaded.settings, tally: tally,
                    lateness: lateness, troubles: troubles), status: status), patience: .milliseconds(500))
    }
}

/// A producer that keeps a file open, and writes an update to it ten times a second.
private final class SlowWriter {
    private let process = Process()

    init(_ path: String) throws {
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", Self.loop, path]
        try process.run()
        try FileWatch.lines(of: path)
    }

    deinit { process.terminate() }

    func close() throws {
        process.terminate()
        process.waitUntilExit()
    }

    private static let loop = #"""
        exec 3>> "$0"
        number=0
        while :; do
            number=$((number + 1))
            printf '{"id": "slow-%d", "case": "2026-0418", "event": "sag.oprettet", "at": "2026-06-01"}\n' $number >&3
            sleep 0.1
        done
        """#
}
