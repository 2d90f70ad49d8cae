import Configuration
import Deadlines
import Figures
import Notices

/// A sample that was drawn: as updates for the spool, and as it is printed.
struct DrawnSample {
    let sample: ReviewSample
    let draw: ReviewDrawCommand
    let seed: Int
    let book: CaseBook

    private var name: Reference {
        draw.review ?? Reference(rawValue: book.moment.reviewName(in: book.settings.calendar.zone))
    }

    /// Notes each case as drawn, in the team's case. The id says by whom and with which seed.
    func submit(_ review: LeadersReview) throws {
        let prefix = "draw:\(draw.person?.rawValue ?? ""):\(seed)"
        let updates = try sample.cases.map { entry in
            try book.settings.update(
                saying: .drawsForReview, in: review.caseID(of: draw.team), ref: name, id: prefix,
                [(.caseID, .word(entry.caseID.rawValue))])
        }
        if !updates.isEmpty { try book.settings.submit(updates) }
    }

    func print() throws {
        if draw.options.json {
            return Swift.print(JSON.list(sample.cases.map { .object(members($0)) }).document)
        }
        let wording = try Wording(book.settings)
        var table = Table([.case, .caseworker].map { wording.column($0) })
        for entry in sample.cases { table.add([entry.caseID.rawValue, entry.caseworker?.rawValue ?? ""]) }
        table.print(orSay: wording.say(ReviewCommandWord.noneToDraw))
        for line in ending(wording) { Swift.print(line) }
    }

    private func members(_ entry: ReviewSample.Entry) -> [(String, JSON)] {
        [
            ("case", .text(entry.caseID.rawValue)), ("caseworker", .optional(entry.caseworker?.rawValue)),
            ("team", .text(draw.team.rawValue)), ("review", .text(name.rawValue)), ("seed", .number(seed)),
        ]
    }

    /// From how many they were drawn, what was done, and how to see the same again.
    private func ending(_ wording: Wording) -> [String] {
        let drawn: [ReviewCommandWord.Gaps: String?] = [
            .count: String(sample.cases.count), .open: String(sample.open), .one: sample.open == 1 ? "1" : nil,
            .team: draw.team.rawValue, .theme: draw.theme?.rawValue,
            .leftOut: sample.leftOut > 0 ? String(sample.leftOut) : nil,
        ]
        var lines = [wording.say(ReviewCommandWord.drawn, drawn)]
        if draw.onePerCaseworker, sample.unassigned > 0 {
            let count = sample.unassigned
            lines.append(
                wording.say(ReviewCommandWord.unassigned, [.count: String(count), .one: count == 1 ? "1" : nil]))
        }
        if draw.onePerCaseworker, !sample.passedOver.isEmpty {
            let names = sample.passedOver.map(\.rawValue).joined(separator: ", ")
            lines.append(wording.say(ReviewCommandWord.passedOver, [.people: names]))
        }
        if draw.dryRun { lines.append(wording.say(ReviewCommandWord.notNoted)) }
        if !draw.dryRun, !sample.cases.isEmpty {
            lines.append(wording.say(ReviewCommandWord.noted, [.review: name.rawValue, .team: draw.team.rawValue]))
        }
        return lines + [wording.say(ReviewCommandWord.sameAgain, [.command: command])]
    }

    private var command: String {
        let config = draw.options.config.file == SettingsReader.defaultFile ? nil : draw.options.config.file
        var words = ["fristctl review draw --team \(draw.team)"]
        words.append(draw.cases.map { "--cases \($0)" } ?? "--one-per-caseworker")
        if let theme = draw.theme { words.append("--theme \(theme)") }
        if draw.again { words.append("--again") }
        words.append("--seed \(seed) --as-of \(book.settings.calendar.zone.text(of: book.moment)) --dry-run")
        if let config { words.append("--config \(config)") }
        if !draw.options.updates.isEmpty { words.append("--updates \(draw.options.updates.joined(separator: " "))") }
        return words.joined(separator: " ")
    }
}
