/// One case to be read: for a terminal, and as a page.
enum SheetTemplate: String, Phrase {
    case text = "sheet.txt"
    case page = "sheet.html"

    static let isShared = true

    enum Gaps: String, Gap {
        case answers, code, due, file, grundlag, holder, language, law, line, nothing, older, over, overview, parts
        case question, ref, registered, requirements, state, title, word, written

        static let outermost: [Gaps] = [.file, .holder, .language, .overview, .parts, .registered, .title, .written]

        var inside: [String] {
            switch self {
            case .overview: SheetWord.allCases.map(\.rawValue)
            case .parts: [Gaps.title, .question, .nothing, .requirements, .older, .answers].map(\.rawValue)
            case .requirements: [Gaps.title, .law, .grundlag, .ref, .due, .state, .over].map(\.rawValue)
            case .answers: [Gaps.code, .line, .word].map(\.rawValue)
            default: []
            }
        }
    }
}

/// A heading or a label of a sheet; no code speaks of them, the templates do.
enum SheetWord: String, Phrase, Gap {
    case answer, due, handIn, registered, rule, save, seen, state

    var table: String? { "sheet" }
}

/// A sentence of a sheet.
enum SheetSentence: String, Phrase {
    case closed, holder, met, nothing, older, title

    enum Gaps: String, Gap { case `case`, caseworker, closed, count, on, one, review, state, team }

    var table: String? { "sheet_sentence" }
}
