PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1 cases, updates, requirements, notices');
CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    caseworker TEXT,
    team TEXT,
    changes_at INTEGER
);
INSERT INTO cases VALUES(1,'2026-0417','mhs','nord',1803942000000);
INSERT INTO cases VALUES(2,'2026-0231','mhs','nord',1802300400000);
INSERT INTO cases VALUES(3,'2026-0552','mhs','nord',NULL);
CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    text TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO notes VALUES('reckoned by','07791ab171301a0eaf0ab03dfcc6574d7dcb6dedf36e0308c0d72e4ea04491f7');
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
INSERT INTO updates VALUES(1,'demo-1',1780308001922,'indsats.ivaerksat','2026-03-02','ind-1','mhs','nord','type=wanbringelse');
INSERT INTO updates VALUES(2,'demo-2',1780308001922,'indsats.ivaerksat','2026-02-11','ind-1','mhs','nord','type=wanbringelse');
INSERT INTO updates VALUES(3,'demo-3',1780308001922,'underretning.modtaget','@1778479208000','und-1','mhs','nord','');
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
INSERT INTO requirements VALUES(1,'opfoelgning-foerste','ind-1','2026-03-02','2026-06-02','Barnets lov § 95, stk. 2','lov','standard','open',NULL,1780437600000,1780437600000,0,0,0,0,0);
INSERT INTO requirements VALUES(1,'tilsyn-2-aarligt','ind-1','2026-03-02','2027-03-01','Barnets lov § 156, stk. 5','lov','tilsyn','open',NULL,1803942000000,1803942000000,0,0,0,0,0);
INSERT INTO requirements VALUES(2,'opfoelgning-foerste','ind-1','2026-02-11','2026-05-11','Barnets lov § 95, stk. 2','lov','standard','open',NULL,1778536800000,1778536800000,0,0,0,0,0);
INSERT INTO requirements VALUES(2,'tilsyn-2-aarligt','ind-1','2026-02-11','2027-02-10','Barnets lov § 156, stk. 5','lov','tilsyn','open',NULL,1802300400000,1802300400000,0,0,0,0,0);
INSERT INTO requirements VALUES(3,'underretning-24-timer','und-1','@1778479208000','@1778565608000','Barnets lov § 136','lov','akut','open',NULL,1778565608000,1778565608000,0,0,0,0,0);
INSERT INTO requirements VALUES(3,'underretning-kvittering','und-1','2026-05-11','2026-05-20','Barnets lov § 138','lov','kort','open',NULL,1779314400000,1779314400000,0,0,0,0,0);
CREATE TABLE moves (
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    changed INTEGER NOT NULL,
    rule TEXT NOT NULL,
    ref TEXT NOT NULL,
    start TEXT NOT NULL,
    due_before TEXT,
    due_after TEXT
);
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
INSERT INTO notices VALUES(1,'cvytwpimsbwrsqelgoevdbug','opfoelgning-foerste','ind-1','2026-03-02','2026-06-02','after-21-days','escalation','afd','afdelingsleder','role afdelingsleder ',1782194400000,1782194400000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'hxirfpggejohtnuxppxuugfo','tilsyn-2-aarligt','ind-1','2026-03-02','2027-03-01','overdue','overdue','mhs','raadgiver','caseworker',1803970800000,1803970800000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'jdjhvgcmgltevkusbhhzvlub','opfoelgning-foerste','ind-1','2026-03-02','2026-06-02','overdue','overdue','kbe','koordinator','role koordinator nord',1780466400000,1780466400000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'ljqegxhotscgbbmqhzswakuw','tilsyn-2-aarligt','ind-1','2026-03-02','2027-03-01','after-21-days','escalation','afd','afdelingsleder','role afdelingsleder ',1805698800000,1805698800000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'mikqtutllwwkqkjvpthotcwv','opfoelgning-foerste','ind-1','2026-03-02','2026-06-02','overdue','overdue','mhs','raadgiver','caseworker',1780466400000,1780466400000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'mxtbdsbvceqfparudstltetl','tilsyn-2-aarligt','ind-1','2026-03-02','2027-03-01','after-7-days','escalation','tln','teamleder','role teamleder nord',1804489200000,1804489200000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'naonpgzcemnthvdwblnlzdem','tilsyn-2-aarligt','ind-1','2026-03-02','2027-03-01','none-since-5-months','reminder','mhs','raadgiver','caseworker',1785477600000,1785477600000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'ongftugktlrykoiiliwblgws','opfoelgning-foerste','ind-1','2026-03-02','2026-06-02','before-1-days','reminder','mhs','raadgiver','caseworker',1780293600000,1780380000000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'tlmwsjjkgbxdqubqqguevizg','tilsyn-2-aarligt','ind-1','2026-03-02','2027-03-01','before-60-days','reminder','mhs','raadgiver','caseworker',1798700400000,1798700400000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'yvbcqdfpifzdysmtjmfjwsnu','tilsyn-2-aarligt','ind-1','2026-03-02','2027-03-01','before-21-days','reminder','mhs','raadgiver','caseworker',1802070000000,1802070000000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'yvhvjwtnmcighaomyivmopzt','tilsyn-2-aarligt','ind-1','2026-03-02','2027-03-01','overdue','overdue','kbe','koordinator','role koordinator nord',1803970800000,1803970800000,'waiting',NULL,'');
INSERT INTO notices VALUES(1,'ziwrdaoutqovovpyydcyeqvw','opfoelgning-foerste','ind-1','2026-03-02','2026-06-02','after-7-days','escalation','tln','teamleder','role teamleder nord',1780984800000,1780984800000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'bebbbaeanaesqgroygguhhfk','opfoelgning-foerste','ind-1','2026-02-11','2026-05-11','after-7-days','escalation','tln','teamleder','role teamleder nord',1779084000000,1780380000000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'daitqnvbamqfuslqfrnixhei','tilsyn-2-aarligt','ind-1','2026-02-11','2027-02-10','before-21-days','reminder','mhs','raadgiver','caseworker',1800428400000,1800428400000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'ekekpiwejbpdagshzivsbjrz','opfoelgning-foerste','ind-1','2026-02-11','2026-05-11','after-21-days','escalation','afd','afdelingsleder','role afdelingsleder ',1780293600000,1780380000000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'goyngirdcmrvlfauyldiqujg','tilsyn-2-aarligt','ind-1','2026-02-11','2027-02-10','none-since-5-months','reminder','mhs','raadgiver','caseworker',1783663200000,1783663200000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'ijanyzkuffhdrnlevkujlfmh','opfoelgning-foerste','ind-1','2026-02-11','2026-05-11','overdue','overdue','mhs','raadgiver','caseworker',1778565600000,1780380000000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'isbpligiffkzuupkotavlkke','tilsyn-2-aarligt','ind-1','2026-02-11','2027-02-10','before-60-days','reminder','mhs','raadgiver','caseworker',1796972400000,1796972400000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'mvyehriptomaftircncndsxd','tilsyn-2-aarligt','ind-1','2026-02-11','2027-02-10','after-7-days','escalation','tln','teamleder','role teamleder nord',1802847600000,1802847600000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'pmpwysoiuasunghyaaywzarz','tilsyn-2-aarligt','ind-1','2026-02-11','2027-02-10','overdue','overdue','kbe','koordinator','role koordinator nord',1802329200000,1802329200000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'rldgcdznxofkrulrrzgcjhxw','opfoelgning-foerste','ind-1','2026-02-11','2026-05-11','overdue','overdue','kbe','koordinator','role koordinator nord',1778565600000,1780380000000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'vgsnvrgdoetkgcvyhrgdicud','tilsyn-2-aarligt','ind-1','2026-02-11','2027-02-10','after-21-days','escalation','afd','afdelingsleder','role afdelingsleder ',1804057200000,1804057200000,'waiting',NULL,'');
INSERT INTO notices VALUES(2,'ywxgnscscgavmjxhqetcclxb','tilsyn-2-aarligt','ind-1','2026-02-11','2027-02-10','overdue','overdue','mhs','raadgiver','caseworker',1802329200000,1802329200000,'waiting',NULL,'');
INSERT INTO notices VALUES(3,'abbovtbabiimydsbtrdjpcna','underretning-24-timer','und-1','@1778479208000','@1778565608000','overdue','overdue','tln','teamleder','role teamleder nord',1778565608000,1780308001922,'sent',1780308001937,'');
INSERT INTO notices VALUES(3,'hvlsytdwlxsqcfzlwkksjqab','underretning-kvittering','und-1','2026-05-11','2026-05-20','overdue','overdue','mhs','raadgiver','caseworker',1779343200000,1780380000000,'waiting',NULL,'');
INSERT INTO notices VALUES(3,'jabkatmizxuhjrhcsaahihik','underretning-24-timer','und-1','@1778479208000','@1778565608000','overdue','overdue','vagt','vagt','role vagt ',1778565608000,1780308001922,'sent',1780308001937,'');
INSERT INTO notices VALUES(3,'jsczovsxlhqytsambayojrws','underretning-kvittering','und-1','2026-05-11','2026-05-20','after-10-working-days','escalation','afd','afdelingsleder','role afdelingsleder ',1780552800000,1780552800000,'waiting',NULL,'');
INSERT INTO notices VALUES(3,'nqjgydgciofqogmmkgzsgilk','underretning-24-timer','und-1','@1778479208000','@1778565608000','before-4-hours','reminder','mhs','raadgiver','caseworker',1778551208000,1780308001922,'sent',1780308001937,'');
INSERT INTO notices VALUES(3,'sjtqmkdeeytugfuzufaftnqh','underretning-24-timer','und-1','@1778479208000','@1778565608000','after-4-hours','escalation','afd','afdelingsleder','role afdelingsleder ',1778580008000,1780308001922,'sent',1780308001937,'');
INSERT INTO notices VALUES(3,'tfhdhcdnmjgudwcvjgcygege','underretning-kvittering','und-1','2026-05-11','2026-05-20','overdue','overdue','kbe','koordinator','role koordinator nord',1779343200000,1780380000000,'waiting',NULL,'');
INSERT INTO notices VALUES(3,'xssmoomnjzcbqxvakwmxflqg','underretning-kvittering','und-1','2026-05-11','2026-05-20','after-3-working-days','escalation','tln','teamleder','role teamleder nord',1779775200000,1780380000000,'waiting',NULL,'');
CREATE INDEX cases_by_change ON cases (changes_at) WHERE changes_at IS NOT NULL;
CREATE UNIQUE INDEX updates_by_id ON updates (id);
CREATE INDEX requirements_open ON requirements (missing_from) WHERE verdict = 'open';
CREATE INDEX moves_by_change ON moves (changed);
CREATE INDEX moves_by_case ON moves (case_id);
CREATE INDEX notices_waiting ON notices (scheduled, person, key) WHERE state = 'waiting';
COMMIT;
