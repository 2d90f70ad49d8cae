package import Deadlines
package import Figures
import Glibc
import Systemd

/// The digests on disk: `digests/<person>/<period>.txt`, `.html` and `.json` (spec §6).
///
/// The files are the record of what was written, as the notices' lines are: so neither can say something else than the
/// other, and a digest is written again by taking its files away. All three are whole, or the digest counts as unwritten.
package struct DigestFiles: Sendable {
    private let directory: String

    /// The files in the log directory, which must be there.
    package init(logDirectory: String) {
        directory = "\(logDirectory)/digests"
    }

    /// Whether the digest has been written whole: its last file is there.
    package func isWritten(_ period: DigestPeriod, for person: PersonID) -> Bool {
        access(path(period, person, DigestFiles.last), F_OK) == 0
    }

    /// Writes the three forms, each whole or not at all, and returns when they are on disk.
    ///
    /// - Throws: ``LogFileError``; what was written before stays and is replaced the next time.
    package func write(_ forms: DigestForms, of period: DigestPeriod, for person: PersonID) throws(LogFileError) {
        try make(directory)
        try make("\(directory)/\(person)")
        try write(forms.text, to: path(period, person, "txt"))
        try write(forms.page, to: path(period, person, "html"))
        // The last tells that all are there, so the others' names must be durable before it.
        try AppendFile.flushDirectory(of: path(period, person, DigestFiles.last))
        try write(forms.json.line + "\n", to: path(period, person, DigestFiles.last))
        try AppendFile.flushDirectory(of: path(period, person, DigestFiles.last))
    }

    private static let last = "json"

    private func path(_ period: DigestPeriod, _ person: PersonID, _ form: String) -> String {
        "\(directory)/\(person)/\(period.name).\(form)"
    }

    private func make(_ path: String) throws(LogFileError) {
        if mkdir(path, 0o750) == 0 { return try AppendFile.flushDirectory(of: path) }
        guard errno == EEXIST else { throw LogFileError(path, "made", errno) }
    }

    /// Writes `text` under a name of its own, and gives it its name when it is on disk.
    private func write(_ text: String, to path: String) throws(LogFileError) {
        let new = "\(path).new"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw LogFileError(new, "opened", errno) }
        defer { close(descriptor) }
        if let code = WholeWrite.write(Array(text.utf8), to: descriptor) { throw LogFileError(new, "written", code) }
        guard fsync(descriptor) == 0 else { throw LogFileError(new, "flushed", errno) }
        guard rename(new, path) == 0 else { throw LogFileError(path, "put in place", errno) }
    }
}
