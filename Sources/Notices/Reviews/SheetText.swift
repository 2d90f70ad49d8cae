import Deadlines
package import Figures

/// One case to be read, in words.
extension Wording {
    private typealias Section = Filling<SheetTemplate.Gaps>

    /// What hands in what a sheet's page was answered with.
    package struct SheetAnswers {
        /// The file that the page saves the answers to.
        let file: String
        /// The line that says how something was found, by the codes of both.
        let line: (_ subject: String, _ answer: String) -> String

        /// Saved to `file`, a line for each answer.
        package init(file: String, line: @escaping (_ subject: String, _ answer: String) -> String) {
            self.file = file
            self.line = line
        }
    }

    /// The sheet for a terminal or a mail.
    package func text(of sheet: ReviewSheet) -> String {
        var lines = WrappedText.lines(of: words.say(SheetTemplate.text, filling(of: sheet, nil)), width: 80)
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.map { "\($0)\n" }.joined()
    }

    /// The sheet as a page that needs nothing else, prints on A4, and saves what it is answered with to a file.
    package func page(of sheet: ReviewSheet, _ answers: SheetAnswers) -> String {
        words.say(SheetTemplate.page, filling(of: sheet, answers))
    }

    private func filling(of sheet: ReviewSheet, _ answers: SheetAnswers?) -> Section {
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
            .overview: Filling<SheetWord>(words), .file: answers?.file,
            .parts: sheet.parts.map { part($0, answers, at: sheet.moment) },
        ]
    }

    private func part(_ part: ReviewSheet.Part, _ answers: SheetAnswers?, at moment: Instant) -> Section {
        let code = part.pejlemaerke.code
        let title = title(ofCode: code)
        return [
            .title: title.prefix(1).uppercased() + title.dropFirst(), .question: part.pejlemaerke.question,
            .nothing: part.requirements.isEmpty ? words.say(SheetSentence.nothing) : nil,
            .requirements: part.requirements.isEmpty ? nil : part.requirements.map { line($0, at: moment) },
            .older: part.older == 0
                ? nil : words.say(SheetSentence.older, [.count: String(part.older), .one: part.older == 1]),
            .answers: (law.review?.answers ?? []).map { answer -> Section in
                [.word: self.title(ofCode: answer), .code: code, .line: answers?.line(code, answer)]
            },
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
