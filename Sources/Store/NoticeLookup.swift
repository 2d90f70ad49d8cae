package import Deadlines
import GRDB

extension Store {
    /// The notice of this key; nil where there has never been one.
    package func notice(_ key: NoticeKey) throws(StoreError) -> StoredNotice? {
        try stored("n.key = ?", [key.rawValue]).first
    }

    /// Whether the store knows of the notice of this key, whatever has become of it.
    package func knows(_ key: NoticeKey, in caseID: CaseID) throws(StoreError) -> Bool {
        try read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM notices n JOIN cases c ON c.id = n.case_id "
                    + "WHERE c.reference = ? AND n.key = ?)", arguments: [caseID.rawValue, key.rawValue]) ?? false
        }
    }

    /// The keys of all notices there are, whatever has become of them. It looks at every notice.
    package func noticeKeys() throws(StoreError) -> Set<NoticeKey> {
        try read { database in
            Set(try String.fetchAll(database, sql: "SELECT key FROM notices").map(NoticeKey.init(rawValue:)))
        }
    }

    /// Whether the store knows that the person has been told by the notice of this key.
    package func isTold(_ key: NoticeKey, in caseID: CaseID) throws(StoreError) -> Bool {
        try read { database in
            try Bool.fetchOne(
                database,
                sql: """
                    SELECT n.sent IS NOT NULL FROM notices n JOIN cases c ON c.id = n.case_id
                    WHERE c.reference = ? AND n.key = ?
                    """, arguments: [caseID.rawValue, key.rawValue]) ?? false
        }
    }
}
