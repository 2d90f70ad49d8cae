/// What remains of a case that was erased: not its reference, but what tells whether a reference is that one.
package enum CaseTrace {
    /// The trace of a reference under the salt of one store: 64 letters of a hash. Letters only, so that it never looks like a
    /// CPR number.
    package static func of(_ caseID: CaseID, salt: String) -> String {
        let digits = Fingerprint.of([salt, caseID.rawValue])
        let letters = digits.utf8.map { $0 < UInt8(ascii: "a") ? $0 - UInt8(ascii: "0") + UInt8(ascii: "g") : $0 }
        return String(decoding: letters, as: UTF8.self)
    }
}
