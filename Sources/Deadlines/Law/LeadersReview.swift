/// What leaders look at when they read a sample of cases (ledelsestilsyn), as the packs declare it.
package struct LeadersReview: Sendable {
    /// What stands before `/` in the reference of the case that a team's reviews are registered in.
    package let namespace: String
    /// For so long a case that was drawn is not drawn again, and one that was read counts as read.
    package let within: TimeLimit
    /// The field of a finding that says what was looked at.
    package let subject: FieldName
    /// The field of a finding that says how it was found.
    package let judgement: FieldName
    /// The answers there are, in the order of the packs.
    package let answers: [String]
    /// Those of them that say that something is lacking.
    package let lacking: Set<String>
    /// Those of them that are left out where shares are counted.
    package let leftOut: Set<String>
    /// What is looked at, in the order of the packs.
    package let pejlemaerker: [Pejlemaerke]
    /// What may be asked of the cases that are drawn.
    package let themes: [ReviewTheme]

    /// A review of these parts, which are known to fit together.
    package init(
        namespace: String, within: TimeLimit, subject: FieldName, judgement: FieldName, answers: [String],
        lacking: Set<String>, leftOut: Set<String>, pejlemaerker: [Pejlemaerke], themes: [ReviewTheme]
    ) {
        self.namespace = namespace
        self.within = within
        self.subject = subject
        self.judgement = judgement
        self.answers = answers
        self.lacking = lacking
        self.leftOut = leftOut
        self.pejlemaerker = pejlemaerker
        self.themes = themes
    }

    /// The case in which a team's reviews are registered.
    package func caseID(of team: TeamID) -> CaseID { CaseID(rawValue: "\(namespace)/\(team)") }

    /// The team whose reviews are registered in a case; nil where it is no such case.
    package func team(of caseID: CaseID) -> TeamID? {
        guard caseID.prefix == namespace else { return nil }
        return TeamID(rawValue: String(caseID.rawValue.dropFirst(namespace.count + 1)))
    }

    /// Whether what happened on `date` counts on `today`.
    package func counts(_ date: LocalDate, on today: LocalDate, by calendar: WorkCalendar) -> Bool {
        calendar.isWithin(within, of: date, today)
    }
}

/// One thing that a leader looks at in a case.
package struct Pejlemaerke: Sendable {
    /// Its code.
    package let code: String
    /// What the reader is asked, in Danish.
    package let question: String
    /// The rules whose requirements show what is registered of it.
    package let rules: Set<RuleID>

    /// A pejlemærke of these parts.
    package init(code: String, question: String, rules: Set<RuleID>) {
        self.code = code
        self.question = question
        self.rules = rules
    }
}

/// What may be asked of the cases that are drawn.
package struct ReviewTheme: Sendable {
    /// Its name in the packs.
    package let id: ThemeID
    /// What it is called, in Danish.
    package let title: String
    /// Which cases have it.
    package let form: Form

    /// A theme of these parts.
    package init(id: ThemeID, title: String, form: Form) {
        self.id = id
        self.title = title
        self.form = form
    }

    /// Which cases have a theme.
    package enum Form: Sendable {
        /// Those in which such a span runs.
        case running(SpanChoice)
        /// Those in which one of these happened so long ago at most.
        case happened([EventPattern], within: TimeLimit)
    }
}

extension CaseFile {
    /// Whether the case has `theme` on `date`.
    package func has(_ theme: ReviewTheme, on date: LocalDate, under law: Law, by calendar: WorkCalendar) -> Bool {
        switch theme.form {
        case .running(let choice):
            law.spans[choice.span].map { spans($0, choice) }?.contains { $0.runs(on: date) } ?? false
        case .happened(let patterns, let within):
            entries(patterns).contains { calendar.isWithin(within, of: $0.date, date) }
        }
    }
}
