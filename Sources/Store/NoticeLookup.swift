import Deadlines

extension Store {
    /// The notice of this key; nil where there has never been one.
    public func notice(_ key: NoticeKey) throws(StoreError) -> StoredNotice? {
        try stored("n.key = ?", [key.rawValue]).first
    }
}
