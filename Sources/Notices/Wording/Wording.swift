package import Deadlines
package import Rules
package import Telling

/// What fristd says, in one language.
package struct Wording: Sendable {
    let words: Words
    let law: Law
    let zone: Zone
    let office: OfficeHours
    private let organisation: Organisation

    /// The wording of these files.
    ///
    /// - Throws: every fault of every file, and every file that is missing.
    package init(_ files: WordingFiles, law: Law, zone: Zone, office: OfficeHours, organisation: Organisation)
        throws(Faults)
    {
        words = try Words(files)
        self.law = law
        self.zone = zone
        self.office = office
        self.organisation = organisation
    }

    /// What people call a team.
    func name(of team: TeamID) -> String { organisation.name(of: team) }

    /// What people call the rule of a requirement.
    package func title(of key: RequirementKey) -> String { law.title(of: key.rule, on: key.start.date(in: zone)) }

    /// What people call a kind of update.
    func title(of kind: EventKind) -> String { law.vocabulary[kind]?.title ?? kind.rawValue }

    /// What stands above what a person is told together.
    func heading(of texts: [NoticeText], to person: PersonID, at instant: Instant) -> String {
        let registering = texts.compactMap(\.registering)
        return words.say(
            BlockTemplate.block,
            [
                .count: String(texts.count), .one: texts.count == 1, .person: person.rawValue,
                .sent: words.instant(instant, in: zone), .registering: !registering.isEmpty,
                .own: registering.contains(where: \.isOwn), .clock: registering.contains(where: \.hasClock),
            ])
    }

    /// A word that has no gaps: a status, a column's heading.
    package func say<Kind: Phrase>(_ word: Kind) -> String where Kind.Gaps == NoGap { words.say(word) }

    /// A text, its gaps filled by these; what is nil is not there.
    package func say<Kind: Phrase>(_ word: Kind, _ gaps: [Kind.Gaps: String?] = [:]) -> String {
        words.say(word, Filling(gaps))
    }

    /// `3 ud af 10`.
    package func outOf(_ part: Int, _ whole: Int) -> String {
        words.say(CommonWord.outOf, [.part: String(part), .whole: String(whole)])
    }

    /// `02-06-2026`, and a time of day where there is one.
    package func numeric(_ moment: Moment) -> String { words.numeric(moment, in: zone) }
}
