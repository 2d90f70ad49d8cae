import Deadlines
import Glibc

/// What lies in `incoming/` and is never read: hidden files of uploads that were broken off, and directories that cannot be
/// removed.
extension SpoolErasure {
    /// How long nobody has touched what was left there, in milliseconds.
    private static let day: Int64 = 24 * 3600 * 1000

    /// Removes the files that were left there and may speak of such a case, or cannot be searched.
    mutating func eraseLeft(in incoming: Directory, now: Int64) {
        eachFile(of: incoming) { (erasure, directory, name) throws(SpoolError) in
            if directory === incoming, !name.isHidden { return }
            guard let status = try directory.status(of: name) else { return }
            let touched = max(status.st_mtim.tv_sec, status.st_ctim.tv_sec) * 1000
            guard now - Int64(touched) > Self.day, try erasure.mayHold(name, in: directory) else { return }
            try directory.remove(name)
            erasure.files += 1
        }
    }

    private func mayHold(_ name: FileName, in directory: Directory) throws(SpoolError) -> Bool {
        do {
            let bytes = try directory.content(of: name)
            return mentions.appear(inName: name.text) || PackedForm(beginning: bytes) != nil
                || mentions.mayAppear(inRefused: bytes)
                || bytes.contains(UInt8(ascii: "\\")) && mentions.mayAppear(inRefused: Self.unescaped(bytes))
        } catch {
            if error.code == EACCES || error.code == EPERM { return true }
            throw error
        }
    }
}
