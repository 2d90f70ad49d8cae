package import Deadlines

/// Where the store says something else than follows from a case's updates.
package struct AuditFinding: Hashable, Sendable {
    /// The case; nil is the database as a whole.
    package let caseID: CaseID?
    /// What is wrong.
    package let row: Row
    /// Which of its columns; nil is the row as a whole.
    package let field: String?
    /// What the store says; nil where it has nothing.
    package let stored: String?
    /// What it should say; nil where there should be nothing, or where that is not known.
    package let expected: String?

    /// Which sort of row.
    package enum Row: Hashable, Sendable {
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
    package init(_ caseID: CaseID?, _ row: Row, _ field: String? = nil, stored: String?, expected: String?) {
        self.caseID = caseID
        self.row = row
        self.field = field
        self.stored = stored
        self.expected = expected
    }

    /// The requirement it is about, where it is about one.
    package var requirement: RequirementKey? {
        switch row {
        case .requirement(let key): key
        case .notice(_, let key): key
        case .caseRow, .update, .unreadable, .database: nil
        }
    }
}

/// A case as the store has it, to be compared with what follows from its updates.
package struct StoredCase: Sendable {
    /// The case.
    package let caseID: CaseID
    /// Its updates.
    package let updates: [RegisteredUpdate]
    /// Its requirements.
    package let requirements: [Requirement]
    /// Its notices, each with when the person was told.
    package let notices: [(queued: QueuedNotice, sent: Instant?)]
    /// Who holds it.
    package let holder: Holder
    /// How far the data of the source reach that it stands for.
    package let reach: Instant?
    /// When it is to be reckoned again.
    package let nextChange: Instant?
    /// When the next notice falls that has no row yet.
    package let nextNotice: Instant?

    /// A case of these parts.
    package init(
        caseID: CaseID, updates: [RegisteredUpdate], requirements: [Requirement],
        notices: [(queued: QueuedNotice, sent: Instant?)], holder: Holder, reach: Instant?, nextChange: Instant?,
        nextNotice: Instant?
    ) {
        self.caseID = caseID
        self.updates = updates
        self.requirements = requirements
        self.notices = notices
        self.holder = holder
        self.reach = reach
        self.nextChange = nextChange
        self.nextNotice = nextNotice
    }
}
