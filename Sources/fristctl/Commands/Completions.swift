import ArgumentParser
import Configuration
import Deadlines
import Store
import Telling

/// What a shell offers where only the configuration or the store knows what there is. Where neither can be read, it offers
/// nothing and says nothing: somebody is in the middle of a line.
extension CompletionKind {
    static var rules: CompletionKind {
        offering { $0.law?.rules.keys.map(\.rawValue) ?? [] }
    }

    /// Everybody in the organisation.
    static var people: CompletionKind {
        offering { $0.settings?.organisation.people.keys.map(\.rawValue) ?? [] }
    }

    static var teams: CompletionKind {
        offering { $0.settings?.organisation.teams.keys.map(\.rawValue) ?? [] }
    }

    /// The codes that say why a reminder is moved.
    static var snoozeReasons: CompletionKind { codes(of: .snoozes) }

    /// The codes that say why nothing can be done any more.
    static var settleReasons: CompletionKind { codes(of: .settles) }

    /// What may be asked of the cases that are drawn for review.
    static var reviewThemes: CompletionKind {
        offering { $0.law?.review?.themes.map(\.id.rawValue) ?? [] }
    }

    private static func codes(of meaning: Meaning) -> CompletionKind {
        offering { typed in
            guard let kind = typed.law?.vocabulary.kind(meaning: meaning), let field = kind.codeField,
                case .code(let codes) = kind.fields[field]?.type
            else { return [] }
            return codes
        }
    }

    /// The cases of the store that begin with what is there already.
    static var cases: CompletionKind {
        offering { typed in
            try typed.store?.cases(beginning: typed.prefix, limit: 50).map(\.rawValue) ?? []
        }
    }

    /// The notices that were given up.
    static var failedKeys: CompletionKind {
        offering { typed in
            try typed.store?.notices(in: [.failed]).map(\.queued.notice.key.rawValue) ?? []
        }
    }

    private static func offering(_ words: @escaping @Sendable (TypedLine) throws -> [String]) -> CompletionKind {
        .custom { line, _, prefix in
            let found = try? words(TypedLine(words: line, prefix: prefix))
            return (found ?? []).filter { $0.hasPrefix(prefix) }.sorted()
        }
    }
}

/// A command line that is being typed, and what its configuration leads to.
private struct TypedLine {
    let words: [String]
    let prefix: String

    private var file: String {
        guard let option = words.lastIndex(of: "--config"), option + 1 < words.count else {
            return SettingsReader.defaultFile
        }
        return words[option + 1]
    }

    var settings: Settings? { try? SettingsReader(file: file).read() }
    var law: Law? { try? SettingsReader(file: file).readForProducer().law }
    var store: Store? {
        settings.flatMap { try? Store.reading(directory: $0.directories.state) }
    }
}
