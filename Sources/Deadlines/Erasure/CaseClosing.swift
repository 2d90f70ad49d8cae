/// The day on which a child's case was closed for good, as far as is known at `moment`; nil where somebody works on it, where
/// something of it lies ahead, and for what is no child's case.
public func closing(
    of caseID: CaseID, updates: [Update], under law: Law, on calendar: WorkCalendar, at moment: Instant
) -> LocalDate? {
    let file = CaseFile(caseID, updates: updates, law: law, zone: calendar.zone, at: moment)
    guard law.namespace(of: caseID) == nil, file.nextUpdate == nil, !file.isOpen(under: law) else { return nil }
    return file.closings.last?.date
}

/// What remains of a case that was erased: not its reference, but what tells whether a reference is that one.
public enum CaseTrace {
    /// The trace of a reference under the salt of one store: 64 letters of a hash. Letters only, so that it never looks like a
    /// CPR number.
    public static func of(_ caseID: CaseID, salt: String) -> String {
        let digits = Fingerprint.of([salt, caseID.rawValue])
        let letters = digits.utf8.map { $0 < UInt8(ascii: "a") ? $0 - UInt8(ascii: "0") + UInt8(ascii: "g") : $0 }
        return String(decoding: letters, as: UTF8.self)
    }
}
