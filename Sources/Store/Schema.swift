import GRDB

/// The tables, and how each version of them came from the one before.
enum Schema {
    static var migrator: DatabaseMigrator {
        versions.reduce(into: DatabaseMigrator()) { migrator, version in
            migrator.registerMigration(version.name) { try $0.execute(sql: version.sql) }
        }
    }

    private static let versions = [
        (name: "1 cases, updates, requirements, notices", sql: first),
        (name: "2 notices that list things, and that are about no case", sql: second),
        (name: "3 what each sink has of a notice", sql: third),
        (name: "4 how far the data of sources reach", sql: fourth),
        (name: "5 erasures, and traces of erased cases", sql: fifth),
        (name: "6 what else is said of a requirement", sql: sixth),
        (name: "7 lists that erased cases stand in", sql: seventh),
        (name: "8 the queue holds what is near, and why", sql: eighth),
        (name: "9 what can still be done, and what is settled", sql: ninth),
    ]

    /// Moments are texts: a date as `2026-03-02`, an instant as `@` and milliseconds since 1970-01-01T00:00:00Z.
    /// What is only compared by time is an integer of those milliseconds. An absent ref is the empty text, because
    /// two nulls would not be the same key.
    private static let first = """
        CREATE TABLE cases (
            id INTEGER PRIMARY KEY,
            reference TEXT NOT NULL UNIQUE,
            caseworker TEXT,
            team TEXT,
            changes_at INTEGER
        );
        CREATE INDEX cases_by_change ON cases (changes_at) WHERE changes_at IS NOT NULL;

        CREATE TABLE notes (
            name TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE updates (
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            received INTEGER NOT NULL,
            event TEXT NOT NULL,
            at TEXT NOT NULL,
            ref TEXT NOT NULL,
            caseworker TEXT,
            team TEXT,
            data TEXT NOT NULL,
            PRIMARY KEY (case_id, id)
        ) WITHOUT ROWID;
        CREATE UNIQUE INDEX updates_by_id ON updates (id);

        CREATE TABLE requirements (
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            rule TEXT NOT NULL,
            ref TEXT NOT NULL,
            start TEXT NOT NULL,
            due TEXT NOT NULL,
            law TEXT NOT NULL,
            grundlag TEXT NOT NULL,
            ladder TEXT NOT NULL,
            verdict TEXT NOT NULL,
            met_at TEXT,
            missing_from INTEGER NOT NULL,
            certain_from INTEGER NOT NULL,
            uncertain INTEGER NOT NULL,
            at_once INTEGER NOT NULL,
            planned INTEGER NOT NULL,
            paused INTEGER NOT NULL,
            progress INTEGER NOT NULL,
            PRIMARY KEY (case_id, rule, ref, start)
        ) WITHOUT ROWID;
        CREATE INDEX requirements_open ON requirements (missing_from) WHERE verdict = 'open';

        CREATE TABLE moves (
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            changed INTEGER NOT NULL,
            rule TEXT NOT NULL,
            ref TEXT NOT NULL,
            start TEXT NOT NULL,
            due_before TEXT,
            due_after TEXT
        );
        CREATE INDEX moves_by_change ON moves (changed);
        CREATE INDEX moves_by_case ON moves (case_id);

        CREATE TABLE notices (
            case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            key TEXT NOT NULL,
            rule TEXT NOT NULL,
            ref TEXT NOT NULL,
            start TEXT NOT NULL,
            due TEXT NOT NULL,
            step TEXT NOT NULL,
            stage TEXT NOT NULL,
            person TEXT NOT NULL,
            role TEXT NOT NULL,
            reason TEXT NOT NULL,
            falls INTEGER NOT NULL,
            scheduled INTEGER NOT NULL,
            state TEXT NOT NULL,
            sent INTEGER,
            lacking TEXT NOT NULL,
            PRIMARY KEY (case_id, key)
        ) WITHOUT ROWID;
        CREATE INDEX notices_waiting ON notices (scheduled, person, key) WHERE state = 'waiting';
        """

    /// The case with row 0 is none: what is about no case stands under it. No reference is the empty text.
    private static let second = """
        ALTER TABLE notices RENAME COLUMN lacking TO items;
        UPDATE notices SET items = replace(items, ' ', char(10));
        INSERT INTO cases (id, reference) VALUES (0, '');
        """

    /// Only of notices that a sink could not take, and until every sink has them. `at` is when the sink took it; `retry_at`
    /// is null when it has, or when it is not tried again.
    private static let third = """
        CREATE TABLE deliveries (
            case_id INTEGER NOT NULL,
            key TEXT NOT NULL,
            sink TEXT NOT NULL,
            at INTEGER,
            attempts INTEGER NOT NULL,
            since INTEGER,
            retry_at INTEGER,
            reason TEXT,
            PRIMARY KEY (case_id, key, sink),
            FOREIGN KEY (case_id, key) REFERENCES notices (case_id, key) ON DELETE CASCADE
        ) WITHOUT ROWID;
        CREATE INDEX deliveries_by_retry ON deliveries (retry_at) WHERE retry_at IS NOT NULL;
        CREATE INDEX notices_held_up ON notices (scheduled, person, key) WHERE state IN ('sending', 'failed');
        """

    private static let fourth = """
        ALTER TABLE cases ADD COLUMN reaches INTEGER;
        CREATE INDEX cases_by_reach ON cases (reaches) WHERE reaches IS NOT NULL;
        """

    /// `erasing` is empty but while files are searched. `erased` holds no reference, only what tells whether one is that of a
    /// case that is gone, and the day up to which updates of it are refused.
    private static let fifth = """
        CREATE TABLE erasures (
            id TEXT PRIMARY KEY,
            before TEXT NOT NULL,
            asked INTEGER NOT NULL,
            done INTEGER,
            cases INTEGER NOT NULL,
            files INTEGER NOT NULL,
            trouble TEXT
        ) WITHOUT ROWID;
        CREATE TABLE erasing (
            reference TEXT PRIMARY KEY,
            keys TEXT NOT NULL,
            refs TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE erased (
            trace TEXT PRIMARY KEY,
            until TEXT NOT NULL
        ) WITHOUT ROWID;
        """

    /// No row says it yet, so every case is to be reckoned anew.
    private static let sixth = """
        ALTER TABLE requirements ADD COLUMN closed TEXT;
        ALTER TABLE requirements ADD COLUMN cut_short INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE requirements ADD COLUMN excuse TEXT;
        DELETE FROM notes WHERE name = 'reckoned by';
        """

    /// What stood inside erased cases is not looked for any more.
    private static let seventh = """
        ALTER TABLE erasing RENAME COLUMN refs TO lists;
        """

    /// `tells_at` is when the next notice falls that has no row yet; `why` is null of what was queued before reasons were kept.
    /// Reckoning every case anew drops the rows of what lies far ahead.
    private static let eighth = """
        ALTER TABLE cases ADD COLUMN tells_at INTEGER;
        CREATE INDEX cases_by_telling ON cases (tells_at) WHERE tells_at IS NOT NULL;
        ALTER TABLE notices ADD COLUMN why TEXT;
        DELETE FROM notes WHERE name = 'reckoned by';
        """

    /// No row says it yet, so every case is to be reckoned anew.
    private static let ninth = """
        ALTER TABLE requirements ADD COLUMN lapsed TEXT;
        ALTER TABLE requirements ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
        DELETE FROM notes WHERE name = 'reckoned by';
        """
}
