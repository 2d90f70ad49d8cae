import Deadlines
package import Figures

/// One case to be read, in words.
extension Wording {
    private typealias Section = Filling<SheetTemplate.Gaps>

    /// The sheet for a terminal or a mail.
    package func text(of sheet: ReviewSheet) -> String {
        var lines = WrappedText.lines(of: words.say(SheetTemplate.text, filling(of: sheet)), width: 80)
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.map { "\($0)\n" }.joined()
    }

    /// The sheet as a page that needs nothing else, and prints on A4.
    package func page(of sheet: ReviewSheet) -> String { words.say(SheetTemplate.page, filling(of: sheet)) }

    private func filling(of sheet: ReviewSheet) -> Section {
        [
            .title: words.say(
                SheetSentence.title, [.case: sheet.caseID.rawValue, .review: sheet.review.rawValue]),
            .holder: words.say(
                SheetSentence.holder,
                [
                    .caseworker: sheet.holder.caseworker?.rawValue, .team: name(of: sheet.team),
                    .closed: sheet.isOpen ? nil : words.say(SheetSentence.closed),
                ]),
            .written: words.say(DigestWord.written, [.at: words.instant(sheet.moment, in: zone)]),
            .registered: words.say(DigestWord.registered), .language: words.say(OverviewWord.language),
            .overview: Filling<SheetWord>(words), .parts: sheet.parts.map { part($0, at: sheet.moment) },
        ]
    }

    private func part(_ part: ReviewSheet.Part, at moment: Instant) -> Section {
        let title = title(ofCode: part.pejlemaerke.code)
        return [
            .title: title.prefix(1).uppercased() + title.dropFirst(), .question: part.pejlemaerke.question,
            .nothing: part.requirements.isEmpty ? words.say(SheetSentence.nothing) : nil,
            .requirements: part.requirements.isEmpty ? nil : part.requirements.map { line($0, at: moment) },
            .older: part.older == 0
                ? nil : words.say(SheetSentence.older, [.count: String(part.older), .one: part.older == 1]),
            .answers: (law.review?.answers ?? []).map { [.word: self.title(ofCode: $0)] as Section },
        ]
    }

    private func line(_ requirement: Requirement, at moment: Instant) -> Section {
        let key = requirement.key
        let mark = requirement.isUncertain(at: moment) ? "?" : ""
        let state = words.say(requirement.status(at: moment)) + mark
        let met = requirement.metAt.map { words.say(SheetSentence.met, [.state: state, .on: numeric($0)]) }
        return [
            .title: law.title(of: key.rule, on: key.start.date(in: zone)), .law: cited(requirement.law, of: key),
            .grundlag: words.grundlag(requirement.grundlag, beside: requirement.law), .ref: key.ref?.rawValue,
            .due: numeric(requirement.due), .state: met ?? state, .over: requirement.isOverdue(at: moment),
        ]
    }
}
