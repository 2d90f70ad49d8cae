/// Who holds a case.
package struct Holder: Hashable, Sendable {
    /// The caseworker, where one is known.
    package let caseworker: PersonID?
    /// The team, where one is known.
    package let team: TeamID?

    /// A case held by these.
    package init(caseworker: PersonID? = nil, team: TeamID? = nil) {
        self.caseworker = caseworker
        self.team = team
    }
}

extension CaseFile {
    /// The latest caseworker and team that an update names.
    package var holder: Holder { holder(by: entries) }

    /// The same as far as updates of `date` or an earlier day say.
    package func holder(on date: LocalDate) -> Holder { holder(by: entries.filter { $0.date <= date }) }

    private func holder(by entries: [Entry]) -> Holder {
        Holder(
            caseworker: entries.last { $0.update.caseworker != nil }?.update.caseworker,
            team: entries.last { $0.update.team != nil }?.update.team)
    }

    /// The update by which the present caseworker took the case over, from another or from nobody; nil when it was theirs
    /// from its first update on.
    package var takenOver: Update? { takeover?.update }

    /// The same, where another had it before: a case's first caseworker is no change.
    package var changedCaseworker: Update? { takeover.flatMap { $0.hadOther ? $0.update : nil } }

    private var takeover: (update: Update, hadOther: Bool)? {
        let present = holder.caseworker
        var first: Entry?
        var hadOther = false
        for entry in entries.reversed() {
            guard let caseworker = entry.update.caseworker else { continue }
            hadOther = caseworker != present
            if hadOther { break }
            first = entry
        }
        guard let first, let opening = entries.first, first.date > opening.date || first.earliest > opening.earliest
        else { return nil }
        return (first.update, hadOther)
    }
}
