import Deadlines

/// What one case came to at the moments that digests look at, each reckoned once however many ask for it.
///
/// All digests that ask must work by the law and calendar it was made with.
struct CaseHistory {
    private let caseID: CaseID
    private let updates: [RegisteredUpdate]
    private let law: Law
    private let calendar: WorkCalendar
    private var found: [Chapter] = []

    /// How things stood from one moment until they changed, on the updates known at some time.
    struct Chapter {
        fileprivate let known: Int
        fileprivate let from: Instant
        fileprivate let until: Instant?
        let file: CaseFile
        let requirements: [Requirement]
        let holder: Holder
    }

    init(_ caseID: CaseID, updates: [RegisteredUpdate], under law: Law, on calendar: WorkCalendar) {
        self.caseID = caseID
        self.updates = updates
        self.law = law
        self.calendar = calendar
    }

    /// How things stood at `moment`; on what had been received by `known` alone, where that is given.
    ///
    /// Asked for earlier moments first, it reckons least: what does not change meanwhile stands for the later ones too.
    mutating func chapter(at moment: Instant, known: Instant? = nil) -> Chapter {
        var updates = updates
        if let known { updates.removeAll { $0.received > known } }
        // What was received by a time is never another set of the same size.
        if let chapter = found.first(where: { $0.known == updates.count && $0.covers(moment) }) { return chapter }
        let chapter = reckoned(from: updates.map(\.update), at: moment)
        found.append(chapter)
        return chapter
    }

    /// How things stood at the end of a period.
    mutating func chapter(at end: PeriodEnd) -> Chapter {
        let all = updates.map(\.update)
        let isTold = all.contains {
            end.known < $0.at.earliest(in: calendar.zone) && $0.at.earliest(in: calendar.zone) <= end.judged
        }
        // What begins to exist at that midnight is left out, which no other moment asks for.
        return isTold ? reckoned(from: end.known(all, in: calendar.zone), at: end.judged) : chapter(at: end.judged)
    }

    private func reckoned(from updates: [Update], at moment: Instant) -> Chapter {
        let file = CaseFile(caseID, updates: updates, law: law, zone: calendar.zone, at: moment)
        let standing = standing(of: file, under: law, on: calendar, at: moment)
        return Chapter(
            known: updates.count, from: moment, until: standing.nextChange, file: file,
            requirements: standing.requirements, holder: standing.holder)
    }
}

extension CaseHistory.Chapter {
    fileprivate func covers(_ moment: Instant) -> Bool {
        from <= moment && until.map { moment < $0 } ?? true
    }
}
