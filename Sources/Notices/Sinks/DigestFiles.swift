package import Deadlines
package import Figures
package import Files
import Glibc

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
        stat(of: path(period, person, DigestFiles.last)) != nil
    }

    /// Writes the three forms, each whole or not at all, and returns when they are on disk.
    ///
    /// - Throws: ``FileError``; what was written before stays and is replaced the next time.
    package func write(_ forms: DigestForms, of period: DigestPeriod, for person: PersonID) throws(FileError) {
        try Directory.make("\(directory)/\(person)")
        // The last tells that all are there, so the others must be durable before it.
        let texts = [("txt", forms.text), ("html", forms.page), (DigestFiles.last, forms.json.line + "\n")]
        for (form, text) in texts {
            let draft = try Draft(of: path(period, person, form))
            try draft.file.write(Array(text.utf8))
            try draft.place()
        }
    }

    private static let last = "json"

    private func path(_ period: DigestPeriod, _ person: PersonID, _ form: String) -> String {
        "\(directory)/\(person)/\(period.name).\(form)"
    }
}
