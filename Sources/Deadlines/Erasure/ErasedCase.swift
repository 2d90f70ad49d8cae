/// A case that has been taken out of the store, with what its traces elsewhere are known by.
public struct ErasedCase: Hashable, Sendable {
    /// Its reference.
    public let caseID: CaseID
    /// The keys of its notices.
    public let keys: Set<NoticeKey>
    /// The things inside it.
    public let refs: Set<Reference>

    /// A case of these parts.
    public init(caseID: CaseID, keys: Set<NoticeKey>, refs: Set<Reference>) {
        self.caseID = caseID
        self.keys = keys
        self.refs = refs
    }
}
