import Configuration
import Deadlines
import Import
import Notices
import Rules
import Spool
import Store
import Systemd
import Telling

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
            guarded: settings.law.erasing, reserved: settings.imports.map(\.mapping.prefix))
    }

    /// Which files are exports, compared with what `store` has of them.
    func imports(from store: Store) -> ExportImports {
        let rules = settings.imports.map { one in
            let producer = settings.producers.first { $0.name == one.producer }
            return ExportImports.Rule(
                files: one.files, mapping: one.mapping,
                producer: producer.map { Producer(name: $0.name, uid: $0.uid, kinds: $0.kinds) })
        }
        let kinds = settings.law.vocabulary.kinds(meaning: .takesBack)
        return ExportImports(rules, vocabulary: settings.law.vocabulary) { mapping in
            let (own, takingBack) = try store.updates(idPrefix: mapping.prefix, takingBack: kinds)
            return EarlierUpdates(own: own, takingBack: takingBack)
        }
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
            settings.wording, law: settings.law,
            zone: settings.calendar.zone, office: settings.office, organisation: settings.organisation)
        return LoadedSettings(
            settings: settings, wording: wording,
            reader: UpdateReader(vocabulary: settings.law.vocabulary, rules: settings.law.ruleNames))
    }
}
