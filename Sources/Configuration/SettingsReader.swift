import Deadlines
import Figures
package import Rules
import Telling

/// Reads `fristd.toml` and the files it names.
package struct SettingsReader {
    /// Where the file is looked for when no other is named.
    package static let defaultFile = "/etc/fristd/fristd.toml"

    private let file: String
    private let stateDirectory: String?
    private let logDirectory: String?
    private let files: ConfigurationFiles

    /// A reader of `file`.
    ///
    /// - Parameters:
    ///   - shipped: where what is shipped lies, if not where the program is installed.
    ///   - stateDirectory: systemd's `STATE_DIRECTORY`, used where the file sets none.
    ///   - logDirectory: systemd's `LOGS_DIRECTORY`, likewise.
    package init(
        file: String, shipped: String? = nil, stateDirectory: String? = nil, logDirectory: String? = nil
    ) {
        self.file = file
        files = ConfigurationFiles(file: file, shipped: shipped ?? ConfigurationFiles.installed)
        self.stateDirectory = stateDirectory
        self.logDirectory = logDirectory
    }

    /// Everything.
    ///
    /// - Throws: every fault of the file, of the packs, of the organisation and of the wording.
    package func read() throws(Faults) -> Settings {
        var (main, faults) = try readMain()
        var organisation: Organisation?
        var wording: WordingFiles?
        var texts = [main.text]
        do { organisation = try self.organisation(main.organisationFile, &texts) } catch { faults += error.list }
        do { wording = try main.wordingDirectory.read() } catch { faults.append(error) }
        var rules: (law: Law, ladders: [LadderID: Ladder])?
        do { rules = try self.rules(main.packs, &texts) } catch { faults += error.list }
        var imports: [ImportSettings] = []
        if let law = rules?.law {
            let producers = main.producers.map(\.settings)
            do { imports = try ImportReader.imports(main.imports, of: files, from: producers, under: law) } catch {
                faults += error.list
            }
            ProducerReader.refuseUnknownKinds(of: main.producers, under: law)
            faults += main.document.faults
        }
        if let organisation {
            DigestReader.refuseTakenName(main.digests, in: organisation, main.document)
            faults += main.document.faults
        }
        guard let rules, let organisation, let wording, faults.isEmpty else { throw Faults(faults) }
        return Settings(
            file: file, law: rules.law, ladders: rules.ladders, calendar: main.calendar, office: main.office,
            organisation: organisation, wording: wording, directories: main.directories,
            producers: main.producers.map(\.settings), journalNamesCase: main.journalNamesCase,
            backlogBefore: main.backlogBefore, feed: main.feed, digests: main.digests,
            imports: imports, metricsFile: main.metricsFile, retention: main.retention,
            fingerprint: Fingerprint.of(texts))
    }

    /// What a producer needs. Other people's business, such as the organisation, is not read.
    ///
    /// - Throws: every fault of the file and the packs.
    package func readForProducer() throws(Faults) -> ProducersSettings {
        var (main, faults) = try readMain()
        var law: Law?
        var texts: [String] = []
        do { law = try rules(main.packs, &texts).law } catch { faults += error.list }
        guard let law, faults.isEmpty else { throw Faults(faults) }
        return ProducersSettings(
            law: law, calendar: main.calendar, directories: main.directories, unit: unit,
            wordingDirectory: main.wordingDirectory)
    }

    /// The paths of all keys that the file may hold, such as `office.opens`; of tables with names of their own, those that it
    /// has.
    ///
    /// - Throws: the fault of a file that says nothing at all.
    package func keys() throws(Faults) -> Set<String> {
        let known = try readMain().main.document.known
        return known.filter { key in !known.contains { $0.hasPrefix("\(key).") } }
    }

    /// What `fristd.toml` says itself.
    private struct Main {
        let document: TomlDocument
        let text: String
        let calendar: WorkCalendar
        let office: OfficeHours
        let packs: [String]
        let organisationFile: String
        let wordingDirectory: ConfigurationFiles.WordingDirectory
        let directories: Settings.Directories
        let producers: [(settings: ProducerSettings, table: TomlTable)]
        let journalNamesCase: Bool
        let backlogBefore: LocalDate?
        let feed: FeedSettings
        let digests: DigestSchedule
        let imports: [ImportReader.Section]
        let metricsFile: String?
        let retention: RetentionSettings
    }

    /// What the file says, as far as it can be read, and what is wrong with it.
    ///
    /// - Throws: the fault of a file that says nothing at all.
    private func readMain() throws(Faults) -> (main: Main, faults: [Fault]) {
        let text: String
        do { text = try TextFile.read(file) } catch { throw Faults([error]) }
        let document = TomlDocument(file: file, text: text)
        guard document.faults.isEmpty else { throw Faults(document.faults) }
        let root = document.root
        let zone = zone(root)
        let language = root.word("language", Settings.Language.self) ?? .danish
        let directories = Settings.Directories(
            spool: directory(root, "spool", Self.spoolDirectory),
            state: directory(root, "state", stateDirectory ?? Self.stateDirectory),
            log: directory(root, "log", logDirectory ?? Self.logDirectory))
        let templates = section(root, "templates") { $0.string("directory") } ?? "templates"
        let rules = section(root, "rules") { table in
            (packs: table.strings("packs") ?? Self.defaultPacks, saturdays: table.flag("saturdays_work") ?? false)
        }
        let people = section(root, "organisation") { $0.string("file") ?? "organisation.toml" }
        let office = section(root, "office") { OfficeReader(table: $0, zone: zone).hours() }
        let journalNamesCase = section(root, "journal") { $0.word("case", JournalCase.self) != JournalCase.none }
        let backlogBefore = section(root, "start") { $0.date("backlog_before") }
        let feed = section(root, "feed") { FeedSettings($0) }
        let digests = section(root, "digest") { DigestReader(table: $0).schedule() }
        let retention = section(root, "retention") { RetentionSettings($0) }
        let metricsFile = metricsFile(root, state: directories.state)
        let producers = ProducerReader(root: root).producers()
        let imports = ImportReader.sections(root)
        root.refuseUnknownKeys()
        let main = Main(
            document: document, text: text, calendar: WorkCalendar(zone: zone, saturdaysWork: rules.saturdays),
            office: office,
            packs: rules.packs,
            organisationFile: people, wordingDirectory: files.wordingDirectory(templates, language: language.rawValue),
            directories: directories, producers: producers, journalNamesCase: journalNamesCase,
            backlogBefore: backlogBefore, feed: feed, digests: digests, imports: imports,
            metricsFile: metricsFile, retention: retention)
        return (main, document.faults)
    }

    private static let spoolDirectory = "/var/spool/fristd"
    private static let stateDirectory = "/var/lib/fristd"
    private static let logDirectory = "/var/log/fristd"

    /// The service that works by the file.
    package var unit: ServiceUnit { ServiceUnit(configuration: file) }

    /// Where things lie as far as the file can be understood, whatever else is wrong with it.
    package func directories() -> Settings.Directories {
        if let (main, _) = try? readMain() { return main.directories }
        let said = TextFile.directories(of: (try? TextFile.read(file)) ?? "").mapValues {
            files.own($0)
        }
        let instance = unit.instance.map { "-\($0)" } ?? ""
        return Settings.Directories(
            spool: said["spool"] ?? Self.spoolDirectory + instance,
            state: said["state"] ?? stateDirectory ?? Self.stateDirectory + instance,
            log: said["log"] ?? logDirectory ?? Self.logDirectory + instance)
    }

    private static let defaultPacks = [
        "rules/begreber.toml", "rules/stiger.toml", "rules/serviceloven.toml", "rules/barnets-lov.toml",
        "rules/retssikkerhedsloven.toml",
    ]

    private enum JournalCase: String, CaseIterable {
        case reference, none
    }

    /// What `read` makes of the table `[name]`, which counts as empty where it is absent.
    private func section<Value>(_ root: TomlTable, _ name: String, _ read: (TomlTable) -> Value) -> Value {
        let table = root.table(name) ?? root.emptyTable(name)
        let value = read(table)
        table.refuseUnknownKeys()
        return value
    }

    private func directory(_ root: TomlTable, _ name: String, _ standard: String) -> String {
        let path = section(root, name) { $0.string("directory") } ?? standard
        return files.own(path)
    }

    /// In the state directory, unless `[metrics]` names another file or none.
    private func metricsFile(_ root: TomlTable, state: String) -> String? {
        guard let path = section(root, "metrics", { $0.string("file") }) else { return "\(state)/metrics.prom" }
        return ["", "never"].contains(path) ? nil : files.own(path)
    }

    private func zone(_ root: TomlTable) -> Zone {
        let name = root.string("timezone") ?? "Europe/Copenhagen"
        if let zone = SystemZone.named(name) { return zone }
        root.fault("timezone", "the tz database has no zone \"\(name)\"; it has Europe/Copenhagen (package tzdata)")
        return Zone(name: name, first: 0, changes: [])
    }

    private func rules(
        _ packs: [String], _ read: inout [String]
    ) throws(Faults) -> (law: Law, ladders: [LadderID: Ladder]) {
        var texts: [(file: String, text: String)] = []
        var faults: [Fault] = []
        for pack in packs {
            let path = files.path(pack)
            do { texts.append((path, try TextFile.read(path))) } catch { faults.append(error) }
        }
        guard faults.isEmpty else { throw Faults(faults) }
        read += texts.map(\.text)
        return try LawReader(texts).read()
    }

    private func organisation(_ name: String, _ read: inout [String]) throws(Faults) -> Organisation {
        let path = files.own(name)
        let text: String
        // Who is absent when is nobody else's business: the file is for root and the daemon's group.
        do { text = try TextFile.read(path, onlyFor: unit.group) } catch { throw Faults([error]) }
        read.append(text)
        return try OrganisationReader(file: path, text: text).organisation()
    }
}
