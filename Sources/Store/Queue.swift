package import Deadlines
import GRDB
package import Telling

/// A notice of the queue, with what its message must say of the requirement.
package struct StoredNotice: Sendable {
    /// The notice and where it stands.
    package let queued: QueuedNotice
    /// Act and §.
    package let law: String
    /// What the limit rests on.
    package let grundlag: Grundlag
    /// From when the requirement is certainly overdue, where that is later than its due time, for what it is counted from is
    /// registered without a time of day.
    package let certainFrom: Instant?
    /// When its line was on disk; nil until then.
    package let sent: Instant?
    /// Who holds the case.
    package let caseworker: PersonID?
    /// The notices that go out as this one list; empty for one that stands for itself.
    package let joined: [StoredNotice]
    /// What else is said of its requirement.
    package let background: Background
    /// How many of the times asked for have been registered.
    package let progress: Int
    /// What each sink has of it.
    package let delivery: Delivery

    /// A notice of these parts.
    package init(
        queued: QueuedNotice, law: String, grundlag: Grundlag, certainFrom: Instant? = nil, sent: Instant?,
        caseworker: PersonID?, joined: [StoredNotice] = [], background: Background = Background(), progress: Int = 0,
        delivery: Delivery = Delivery()
    ) {
        self.certainFrom = certainFrom
        self.delivery = delivery
        self.joined = joined
        self.background = background
        self.progress = progress
        self.queued = queued
        self.law = law
        self.grundlag = grundlag
        self.sent = sent
        self.caseworker = caseworker
    }
}

extension Store {
    /// The next instant at which something must be done although nothing arrives.
    package func nextWake(by reckoner: CaseReckoner) throws(StoreError) -> Instant? {
        try read { database in
            let cases = CaseTable(database)
            return try [
                NoticeTable(database).oldestWaiting(), DeliveryTable(database).nextRetry(), cases.nextChange(),
                cases.nextNotice().map(reckoner.nears),
            ].compactMap(\.self).min()
        }
    }

    /// When the next notice that a sink could not take is tried again; nil when there is none.
    package func nextRetry() throws(StoreError) -> Instant? {
        try read { try DeliveryTable($0).nextRetry() }
    }

    /// The waiting notices that are due at `moment`, oldest first and those of one person together, at most `limit`; but what
    /// goes into one list comes whole.
    package func due(at moment: Instant, limit: Int) throws(StoreError) -> [StoredNotice] {
        let due = try stored(
            "n.state = 'waiting' AND n.scheduled <= ? ORDER BY n.scheduled, n.person, n.key LIMIT ?",
            [moment.milliseconds, limit])
        guard due.count == limit, let last = due.last?.queued else { return due }
        let joined = Stage.allCases.filter(\.isJoined).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try due
            + stored(
                """
                n.state = 'waiting' AND n.scheduled = ? AND n.person = ? AND n.key > ? AND n.stage IN (\(joined))
                ORDER BY n.key
                """,
                [
                    last.scheduled.milliseconds, last.notice.recipient.person.rawValue, last.notice.key.rawValue,
                ])
    }

    /// The notices that are being sent, in the order of ``due(at:limit:)``: what a sink could not take so far.
    package func heldUp() throws(StoreError) -> [StoredNotice] {
        try stored(
            "n.state IN ('sending', 'failed') AND n.state = 'sending' ORDER BY n.scheduled, n.person, n.key", [])
    }

    /// Writes down how far notices have come: sent where every sink has them, else what each sink has. What has been
    /// withdrawn meanwhile stays so, unless the person was told.
    package func mark(_ notices: [(notice: StoredNotice, delivery: Delivery)]) throws(StoreError) {
        guard !notices.isEmpty else { return }
        try write { database in
            let table = DeliveryTable(database)
            let cases = CaseTable(database)
            for (notice, delivery) in notices {
                for member in notice.members {
                    let row = try member.subject.caseID.map { try cases.row(of: $0) } ?? CaseTable.noCase
                    try table.mark(member.key, case: row, from: notice.delivery, to: delivery)
                }
            }
        }
    }

    /// The notices in these states, by their time; of one case where one is named.
    package func notices(in states: Set<QueuedNotice.State>, of caseID: CaseID? = nil) throws(StoreError)
        -> [StoredNotice]
    {
        let names = states.map(\.rawValue).sorted()
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        var arguments = StatementArguments(names)
        var condition = "n.state IN (\(marks))"
        if let caseID {
            condition += " AND c.reference = ?"
            arguments += [caseID.rawValue]
        }
        return try stored("\(condition) ORDER BY n.scheduled, n.key", arguments)
    }

    func stored(_ condition: String, _ arguments: StatementArguments) throws(StoreError) -> [StoredNotice] {
        let columns = NoticeTable.columns.split(separator: ", ").map { "n.\($0)" }.joined(separator: ", ")
        let sql = """
            SELECT \(columns), coalesce(r.law, ''), coalesce(r.grundlag, 'lokal'), c.reference, c.caseworker, n.case_id,
              r.closed, coalesce(r.cut_short, 0) AND r.due = n.due, r.excuse, r.lapsed,
              coalesce(r.settled, 0), coalesce(r.progress, 0),
              CASE WHEN r.due = n.due AND r.certain_from > r.missing_from THEN r.certain_from END
            FROM notices n JOIN cases c ON c.id = n.case_id
            LEFT JOIN requirements r
              ON r.case_id = n.case_id AND r.rule = n.rule AND r.ref = n.ref AND r.start = n.start
            WHERE \(condition)
            """
        return try read { database in
            let select = try database.cachedStatement(sql: sql)
            let deliveries = DeliveryTable(database)
            let hasTroubles = try deliveries.isInUse()
            return try Row.fetchAll(select, arguments: arguments).map { row in
                guard let grundlag = Grundlag(rawValue: row[17]) else {
                    throw UnreadableRow(table: "requirements")
                }
                return StoredNotice(
                    queued: try NoticeTable.notice(row, CaseID(rawValue: row[18])), law: row[16], grundlag: grundlag,
                    certainFrom: row[27], sent: row[14], caseworker: row[19],
                    background: RequirementTable.background(row, from: 21),
                    progress: row[26],
                    delivery: hasTroubles
                        ? try deliveries.delivery(of: NoticeKey(rawValue: row[0]), case: row[20]) : Delivery())
            }
        }
    }
}
