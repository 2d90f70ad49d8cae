import Foundation
import Systemd
import TestSupport

/// Breaks sinks for real, and mends them: a log whose name leads elsewhere, a journal socket that nobody reads.
struct Breakage {
    let log: String

    /// Files below the log directory: `reminders/mhs.log`, `notices.jsonl`. The sender must reopen its files after it.
    func breakFile(_ name: String) throws {
        let path = "\(log)/\(name)"
        guard !isBroken(name) else { return }
        if FileManager.default.fileExists(atPath: path) {
            try FileManager.default.moveItem(atPath: path, toPath: "\(path).aside")
        }
        // A symbolic link is not followed, not even by root.
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
    }

    func mendFile(_ name: String) throws {
        let path = "\(log)/\(name)"
        guard isBroken(name) else { return }
        try FileManager.default.removeItem(atPath: path)
        if FileManager.default.fileExists(atPath: "\(path).aside") {
            try FileManager.default.moveItem(atPath: "\(path).aside", toPath: path)
        }
    }

    func isBroken(_ name: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(log)/\(name)")) != nil
    }

    /// Where the lines of a file are now.
    func content(_ name: String) -> String { isBroken(name) ? "\(log)/\(name).aside" : "\(log)/\(name)" }

    /// Inside ``JournalDaemon/inside(_:)`` alone.
    func breakJournal() throws {
        guard !isJournalBroken else { return }
        try FileManager.default.moveItem(atPath: Journal.socket, toPath: "\(Journal.socket).aside")
        try EmptyRun.leaveDeadSocket()
    }

    func mendJournal() throws {
        guard isJournalBroken else { return }
        try FileManager.default.removeItem(atPath: Journal.socket)
        try FileManager.default.moveItem(atPath: "\(Journal.socket).aside", toPath: Journal.socket)
    }

    var isJournalBroken: Bool { FileManager.default.fileExists(atPath: "\(Journal.socket).aside") }
}
