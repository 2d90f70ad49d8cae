import Deadlines
import Figures
import Mustache
import Rules
import Store
import Telling

/// The texts of one language.
struct Words: Sendable {
    let weekdays: [String]
    let months: [String]
    private var texts: [Place: Text] = [:]
    private var faults: [Fault] = []

    /// All kinds there are: a table of `ord.toml` that none of them names is an unknown key.
    static let kinds: [any Phrase.Type] = [
        NoticeTemplate.self, ItemTemplate.self, ChecklistWord.self, EntryTemplate.self, BlockTemplate.self,
        ExplainTemplate.self,
        RuleTemplate.self, DigestTemplate.self, CaseListTemplate.self, DateForm.self, DistanceWord.self,
        CommonWord.self, SourceWord.self,
        Grundlag.self,
        Stage.self, ReminderWord.self, Role.self, ReasonWord.self, Lacking.self, Ended.self, TimeLimit.Unit.self,
        Status.self,
        QueuedNotice.State.self, Sink.self, NoticeReason.self, ImportChange.self, Column.self, SumWord.self,
        StepWord.self,
        TimeLineWord.self, Flag.self, AbsenceWord.self, PeriodWord.self, GrundlagHeading.self, OverdueFigures.Age.self,
        OverdueStateWord.self,
        OverviewWord.self, DigestWord.self, CaseListWord.self, CommandWord.self, ReviewCommandWord.self,
        SubmitWord.self, SheetTemplate.self, SheetWord.self,
        SheetSentence.self,
        ReviewTemplate.self, ReviewWord.self,
        ReviewSentence.self,
    ]

    /// A text as it is read: most words have no gaps, and need not be put together.
    private enum Text {
        case plain(String)
        case gapped(MustacheTemplate)
    }

    private struct Place: Hashable {
        let table: String?
        let key: String
    }

    /// The texts of these files.
    ///
    /// - Throws: all that is missing, unknown, or filled by what is not there.
    init(_ files: WordingFiles) throws(Faults) {
        let document = TomlDocument(
            file: "\(files.directory)/ord.toml", text: files.texts["ord.toml"] ?? "", filledBy: files.shippedWords)
        let root = document.root
        weekdays = Words.list("weekdays", count: 7, root)
        months = Words.list("months", count: 12, root)
        var tables = ["": root]
        for kind in Words.kinds { read(kind, files, &tables) }
        for table in tables.values { table.refuseUnknownKeys() }
        faults += document.faults
        guard faults.isEmpty else { throw Faults(faults) }
    }

    private static func list(_ key: String, count: Int, _ root: TomlTable) -> [String] {
        let words = root.required(key, "a list of \(count) words") ? root.strings(key) ?? [] : []
        if words.count != count { root.fault(key, "must have \(count) words, not \(words.count)") }
        return words
    }

    private mutating func read<Kind: Phrase>(
        _ kind: Kind.Type, _ files: WordingFiles, _ tables: inout [String: TomlTable]
    ) {
        for phrase in Kind.allCases {
            if let name = phrase.table {
                let table = tables[name] ?? tables[""]?.table(name) ?? tables[""]?.emptyTable(name)
                tables[name] = table
                if let table { readWord(phrase, table) }
            } else {
                let parent = files.directory.lastIndex(of: "/").map { files.directory[...$0] } ?? ""
                readTemplate(phrase, files.texts, Kind.isShared ? String(parent) : "\(files.directory)/")
            }
        }
    }

    private mutating func readWord(_ phrase: some Phrase, _ table: TomlTable) {
        guard let text = table.requiredString(phrase.key) else { return }
        do {
            for finding in try keep(phrase, text.contains("{{") ? "{{% CONTENT_TYPE:TEXT}}\(text)" : text) {
                table.fault(phrase.key, finding.message)
            }
        } catch { table.fault(phrase.key, "is no mustache text: \(error)") }
    }

    private mutating func readTemplate(_ phrase: some Phrase, _ files: [String: String], _ folder: String) {
        let name = "\(phrase.key).mustache"
        func fault(_ line: Int?, _ message: String) -> Fault {
            Fault(file: "\(folder)\(name)", line: line, key: "", message: message)
        }
        guard let text = files[name] else { return faults.append(fault(nil, "the template is missing")) }
        do {
            // Editors end a file with a newline, which is no part of the text.
            let findings = try keep(phrase, text.hasSuffix("\n") ? String(text.dropLast()) : text)
            faults += findings.map { fault($0.line, $0.message) }
        } catch let error as MustacheTemplate.ParserError {
            let (line, column) = (error.context.lineNumber, error.context.columnNumber)
            faults.append(fault(line, "is no mustache template: \(error.error) at column \(column)"))
        } catch { faults.append(fault(nil, "is no mustache template: \(error)")) }
    }

    /// Keeps a text, and tells what it speaks of that nothing fills.
    private mutating func keep<Kind: Phrase>(_ phrase: Kind, _ text: String) throws -> [GapCheck.Finding] {
        texts[Place(table: phrase.table, key: phrase.key)] =
            text.contains("{{") ? .gapped(try MustacheTemplate(string: text)) : .plain(text)
        return GapCheck.findings(in: text, filledBy: Kind.Gaps.self)
    }

    /// A text, its gaps filled.
    func say<Kind: Phrase>(_ phrase: Kind, _ filling: Filling<Kind.Gaps> = [:]) -> String {
        switch texts[Place(table: phrase.table, key: phrase.key)] {
        case .plain(let text): text
        case .gapped(let template): template.render(filling)
        case nil: ""
        }
    }
}
