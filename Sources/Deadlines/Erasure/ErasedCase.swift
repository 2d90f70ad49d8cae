/// A case that has been taken out of the store, with what its traces elsewhere are known by.
package struct ErasedCase: Hashable, Sendable {
    /// Its reference.
    package let caseID: CaseID
    /// The keys of its notices.
    package let keys: Set<NoticeKey>
    /// The things inside it.
    package let refs: Set<Reference>

    /// A case of these parts.
    package init(caseID: CaseID, keys: Set<NoticeKey>, refs: Set<Reference>) {
        self.caseID = caseID
        self.keys = keys
        self.refs = refs
    }
}
