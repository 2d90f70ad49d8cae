import Crypto

/// A short text that differs when any of the texts it was made from differs.
package enum Fingerprint {
    /// The fingerprint of `texts`, in order; hexadecimal.
    package static func of(_ texts: [String]) -> String {
        var hash = SHA256()
        for text in texts {
            hash.update(data: Array(text.utf8))
            hash.update(data: [0])
        }
        return hash.finalize().map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
