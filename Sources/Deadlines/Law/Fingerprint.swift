import Crypto

/// A short text that differs when any of the texts it was made from differs.
package enum Fingerprint {
    /// The fingerprint of `texts`, in order; hexadecimal.
    package static func of(_ texts: [String]) -> String {
        bytes(of: texts).map { (byte: UInt8) in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// Its 32 bytes.
    static func bytes(of texts: [String]) -> some Sequence<UInt8> {
        var hash = SHA256()
        for text in texts {
            hash.update(data: Array(text.utf8))
            hash.update(data: [0])
        }
        return hash.finalize()
    }
}
