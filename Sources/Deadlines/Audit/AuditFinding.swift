/// Where the store says something else than follows from a case's updates.
public struct AuditFinding: Hashable, Sendable {
    /// The case; nil is the database as a whole.
    public let caseID: CaseID?
    /// What is wrong.
    public let row: Row
    /// Which of its columns; nil is the row as a whole.
    public let field: String?
    /// What the store says; nil where it has nothing.
    public let stored: String?
    /// What it should say; nil where there should be nothing, or where that is not known.
    public let expected: String?

    /// Which sort of row.
    public enum Row: Hashable, Sendable {
        /// The case's own.
        case caseRow
        /// A requirement's.
        case requirement(RequirementKey)
        /// A notice's, about one requirement or none.
        case notice(NoticeKey, RequirementKey?)
        /// An update's.
        case update(UpdateID)
        /// One that cannot be read, of this table.
        case unreadable(table: String, key: String)
        /// None: the database does not hold together.
        case database
    }

    /// A finding of these parts.
    public init(_ caseID: CaseID?, _ row: Row, _ field: String? = nil, stored: String?, expected: String?) {
        self.caseID = caseID
        self.row = row
        self.field = field
        self.stored = stored
        self.expected = expected
    }

    /// The requirement it is about, where it is about one.
    public var requirement: RequirementKey? {
        switch row {
        case .requirement(let key): key
        case .notice(_, let key): key
        case .caseRow, .update, .unreadable, .database: nil
        }
    }
}

/// A case as the store has it, to be compared with what follows from its updates.
public struct StoredCase: Sendable {
    /// The case.
    public let caseID: CaseID
    /// Its updates.
    public let updates: [RegisteredUpdate]
    /// Its requirements.
    public let requirements: [Requirement]
    /// Its notices, each with when the person was told.
    public let notices: [(queued: QueuedNotice, sent: Instant?)]
    /// Who holds it.
    public let holder: Holder
    /// How far the data of the source reach that it stands for.
    public let reach: Instant?
    /// When it is to be reckoned again.
    public let nextChange: Instant?

    /// A case of these parts.
    public init(
        caseID: CaseID, updates: [RegisteredUpdate], requirements: [Requirement],
        notices: [(queued: QueuedNotice, sent: Instant?)], holder: Holder, reach: Instant?, nextChange: Instant?
    ) {
        self.caseID = caseID
        self.updates = updates
        self.requirements = requirements
        self.notices = notices
        self.holder = holder
        self.reach = reach
        self.nextChange = nextChange
    }
}
