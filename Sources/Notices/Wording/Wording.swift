package import Deadlines
import Mustache
package import Rules
import Store
package import Telling

/// What notices say, from the templates of one language.
package struct Wording: Sendable {
    private let templates: [Template: MustacheTemplate]
    let words: Words
    let law: Law
    let zone: Zone
    private let organisation: Organisation

    enum Template: String, CaseIterable {
        case reminder, overdue, escalation, waived, breach, checklist, uncertain, unconfirmed, handover, backlog, feed,
            item
        case entry, block, explain, rule
        case digest = "digest.txt"
        case digestPage = "digest.html"
        case caseList = "cases.txt"
        case caseListPage = "cases.html"
    }

    /// The wording of these files, each a name and its text.
    ///
    /// - Throws: every fault of every file, and every file that is missing.
    package init(files: [String: String], directory: String, law: Law, zone: Zone, organisation: Organisation)
        throws(Faults)
    {
        self.law = law
        self.zone = zone
        self.organisation = organisation
        var faults: [Fault] = []
        var templates: [Template: MustacheTemplate] = [:]
        for name in Template.allCases {
            let file = "\(name.rawValue).mustache"
            guard let text = files[file] else {
                faults.append(
                    Fault(file: "\(directory)/\(file)", line: nil, key: "", message: "the template is missing"))
                continue
            }
            do { templates[name] = try MustacheTemplate(string: text.droppingLastNewline) } catch {
                faults.append(Wording.fault(error, "\(directory)/\(file)"))
            }
            faults += TemplateNames.faults(in: text, of: name, file: "\(directory)/\(file)")
        }
        var words: Words?
        do { words = try Words(file: "\(directory)/ord.toml", text: files["ord.toml"] ?? "") } catch {
            faults += error.list
        }
        guard let words, faults.isEmpty else { throw Faults(faults) }
        self.templates = templates
        self.words = words
    }

    private static func fault(_ error: any Error, _ file: String) -> Fault {
        guard let error = error as? MustacheTemplate.ParserError else {
            return Fault(file: file, line: nil, key: "", message: "is no mustache template: \(error)")
        }
        return Fault(
            file: file, line: error.context.lineNumber, key: "",
            message: "is no mustache template: \(error.error) at column \(error.context.columnNumber)")
    }

    /// What people call a team.
    func name(of team: TeamID) -> String { organisation.name(of: team) }

    /// The line above what a person is told together.
    func heading(of count: Int, to person: PersonID, at instant: Instant) -> String {
        fill(
            .block,
            [
                "count": String(count), "one": count == 1 ? "1" : nil, "person": person.rawValue,
                "sent": words.instant(instant, in: zone),
            ])
    }

    func fill(_ template: Template, _ values: [String: String?]) -> String {
        render(template, values.compactMapValues(\.self) as [String: Any])
    }

    func render(_ template: Template, _ values: [String: Any]) -> String {
        templates[template]?.render(values) ?? ""
    }
}

extension String {
    /// Editors end a file with a newline, which is no part of the text.
    fileprivate var droppingLastNewline: String {
        hasSuffix("\n") ? String(dropLast()) : self
    }
}
