import Configuration
import Deadlines
import Notices
import Spool
import Systemd

/// The settings as the daemon works by them.
struct LoadedSettings: Sendable {
    let settings: Settings
    let wording: Wording
    let reader: UpdateReader
    /// When the daemon first began, once the store has said so.
    var begun: Instant?

    var reckoner: CaseReckoner { settings.reckoner(begun: begun) }

    /// Who may write what to the spool.
    var producers: Producers {
        Producers(
            settings.producers.map { Producer(name: $0.name, uid: $0.uid, kinds: $0.kinds) },
            guarded: settings.law.erasing)
    }

    var zone: Zone { settings.calendar.zone }
}

/// Where the settings come from, at start and at each reload.
struct SettingsSource: Sendable {
    let file: String

    /// Reads everything anew.
    ///
    /// - Throws: every fault.
    func load() throws(Faults) -> LoadedSettings {
        let service = ServiceDirectories.fromEnvironment()
        let settings = try SettingsReader(
            file: file, stateDirectory: service.state, logDirectory: service.logs
        ).read()
        let wording = try Wording(
            files: settings.templates, directory: settings.templateDirectory, law: settings.law,
            zone: settings.calendar.zone)
        return LoadedSettings(
            settings: settings, wording: wording,
            reader: UpdateReader(vocabulary: settings.law.vocabulary, rules: Set(settings.law.rules.keys)))
    }
}
