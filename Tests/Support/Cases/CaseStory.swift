package import Deadlines

/// A case told in lines, and what it comes to under the shipped rules or others.
package struct CaseStory {
    package let caseID: CaseID
    package let updates: [Update]
    private let law: Law

    /// The case of these lines (`StoryLine`); the ids are `u1`, `u2` … in the order told.
    package init(_ lines: [String], of caseID: String = "2024-0417", under other: Law? = nil) throws {
        let law = try other ?? Shipped.law
        self.law = law
        let caseID = CaseID(rawValue: caseID)
        self.caseID = caseID
        updates = try lines.enumerated().map { position, line in
            try StoryLine(text: line).update(of: caseID, id: "u\(position + 1)", under: law)
        }
    }

    /// The same case, its updates come in another order.
    package func arriving(_ updates: [Update]) -> CaseStory {
        CaseStory(caseID: caseID, updates: updates, law: law)
    }

    private init(caseID: CaseID, updates: [Update], law: Law) {
        self.law = law
        self.caseID = caseID
        self.updates = updates
    }

    /// The requirements of one rule at `moment`; a date is its noon.
    package func requirements(of rule: String, at moment: String) throws -> [Requirement] {
        let calendar = try Shipped.calendar
        let moment = try instant(moment)
        let standing = standing(of: caseID, updates: updates, under: law, on: calendar, at: moment)
        return standing.requirements.filter { $0.key.rule.rawValue == rule }
    }

    /// The same, a line each: `ind-1 2024-03-04 → 2024-06-04 late 2024-06-10`; »–« stands for no ref.
    package func rows(of rule: String, at moment: String) throws -> [String] {
        let instant = try instant(moment)
        return try requirements(of: rule, at: moment).map { requirement in
            let row = [
                requirement.key.ref?.rawValue ?? "–", try text(requirement.key.start), "→", try text(requirement.due),
                requirement.status(at: instant).rawValue, try requirement.metAt.map(text),
                requirement.isUncertain(at: instant) ? "uncertain" : nil,
            ]
            return row.compactMap(\.self).joined(separator: " ")
        }
    }

    private func instant(_ moment: String) throws -> Instant {
        switch Moment(moment) {
        case .date(let date): try Shipped.zone.instant(of: date, minute: 12 * 60)
        case .instant(let instant): instant
        case nil: throw StoryLine.Nonsense(line: moment, why: "no moment")
        }
    }

    /// Dates as they are; instants without seconds where there are none.
    private func text(_ moment: Moment) throws -> String {
        try moment.text(in: Shipped.zone).replacing(":00.000", with: "").replacing(".000", with: "")
    }
}
