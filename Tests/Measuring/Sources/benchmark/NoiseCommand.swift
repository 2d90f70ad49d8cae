import ArgumentParser
import Configuration
import Deadlines
import Municipality
import Notices

/// `benchmark noise etc/fristd.toml`: how many lines a caseworker gets.
struct NoiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "noise",
        abstract: "How many lines caseworkers of 25 cases get in a year of a generated municipality.")

    @OptionGroup var options: GeneratedOptions
    @Flag(help: "Print JSON.")
    var json = false
    @Flag(name: .customLong("lines"), help: "Print every line that would be sent, as JSON, to count for oneself.")
    var printsLines = false
    @Option(
        help: ArgumentHelp("Print what this caseworker is told instead, as the log would show it.", valueName: "id"))
    var person: PersonID?
    @Option(help: ArgumentHelp("With --person: the seven days from this one on.", valueName: "date"))
    var week: LocalDate?

    func run() throws {
        let settings = try options.settings()
        let municipality = options.municipality(settings)
        let department = try Department(settings: settings, municipality: municipality)
        let sent = municipality.cases.flatMap { department.lines(of: $0.caseID, $0.updates) }
        if let person {
            let week = week ?? LocalDate(year: options.year, month: 1, day: 1) ?? LocalDate(daysSinceEpoch: 0)
            print(try PersonLog(settings: settings, lines: sent).text(of: person, from: week))
            return
        }
        if printsLines {
            for line in sent { print(line.json(in: settings.calendar.zone).line) }
            return
        }
        let figures = NoiseFigures(sent, department: department, caseworkers: municipality.desks)
        print(json ? figures.json.line : figures.table)
    }
}

extension LocalDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    package init?(argument: String) { self.init(argument) }
}

extension Identifier: ExpressibleByArgument {
    /// Any text: what it names is looked up, not judged.
    package init?(argument: String) { self.init(rawValue: argument) }
}
