import Configuration
import Deadlines
import Figures
import Files
import Glibc
import Import
import Notices

/// The sheets of a review as files: of each case a page, a text, and lines to fill in with what is found.
struct SheetFiles {
    let settings: Settings
    let declared: LeadersReview
    let wording: Wording
    let moment: Instant

    /// The files of one case, by name. A `/` of the reference stands as `+`, which no reference has.
    func files(of sheet: ReviewSheet) throws -> [(name: String, text: String)] {
        let name = "sag-\(sheet.caseID.rawValue.replacing("/", with: "+"))"
        let kind = try kind(.findsInReview)
        let answers = Wording.SheetAnswers(file: "\(name)-fund.jsonl") { line(kind, of: sheet, $0, $1) }
        return [
            ("\(name).html", wording.page(of: sheet, answers)), ("\(name).txt", wording.text(of: sheet)),
            ("\(name).jsonl", sheet.parts.map { line(kind, of: sheet, $0.pejlemaerke.code, "") + "\n" }.joined()),
        ]
    }

    /// The line that says that a team's review has been held.
    func holding(of team: TeamID, _ review: Reference) throws -> (name: String, text: String) {
        let kind = try kind(.holdsReview)
        let caseID = declared.caseID(of: team)
        let update = Update(
            id: id([kind.rawValue, caseID.rawValue, review.rawValue]), caseID: caseID, event: kind, at: today,
            ref: review)
        return ("afholdt-\(team).jsonl", update.inputLine(in: settings.calendar.zone) + "\n")
    }

    /// The line that says how one thing was found. Where the answer is left empty, `submit` refuses it until it is filled in.
    private func line(_ kind: EventKind, of sheet: ReviewSheet, _ subject: String, _ answer: String) -> String {
        Update(
            id: id([kind.rawValue, sheet.caseID.rawValue, sheet.review.rawValue, subject]), caseID: sheet.caseID,
            event: kind, at: today, ref: sheet.review,
            data: [declared.subject: .word(subject), declared.judgement: .word(answer)]
        ).inputLine(in: settings.calendar.zone)
    }

    /// The same for the same day, so that a line handed in twice is one.
    private func id(_ texts: [String]) -> UpdateID {
        UpdateID(rawValue: "review-\(Letters.standing(for: texts + [today.text(in: settings.calendar.zone)], 24))")
    }

    private var today: Moment { .date(settings.calendar.zone.date(of: moment)) }

    private func kind(_ meaning: Meaning) throws -> EventKind {
        if let kind = settings.law.vocabulary.kind(meaning: meaning) { return kind.name }
        throw Failure(.configuration, ["no rule pack declares a kind that does \"\(meaning.rawValue)\"; add one"])
    }

    /// Writes files into a directory, which is made where it is missing; for nobody else to read.
    ///
    /// - Throws: a `Failure` where one of them is there, for it may have been filled in, or cannot be written.
    func write(_ files: [(name: String, text: String)], to directory: String) throws {
        for (name, _) in files where stat(of: "\(directory)/\(name)", following: false) != nil {
            throw Failure(.failed, [wording.say(ReviewCommandWord.writtenAlready, [.file: "\(directory)/\(name)"])])
        }
        umask(0o077)
        do throws(FileError) {
            try Directory.make(directory)
            for (name, text) in files {
                let draft = try Draft(of: "\(directory)/\(name)", mode: 0o600)
                try draft.file.write(Array(text.utf8))
                try draft.place()
            }
        } catch {
            // What a daemon should do about it is beside the point.
            let gaps: [ReviewCommandWord.Gaps: String] = [.directory: directory, .reason: error.reason]
            throw Failure(.failed, [wording.say(ReviewCommandWord.unwritten, gaps)])
        }
    }
}
