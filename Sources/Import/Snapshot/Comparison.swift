import Deadlines

/// Compares what an export says with what those before it said last.
struct Comparison {
    let mapping: Mapping
    let vocabulary: Vocabulary
    let zone: Zone
    let last: LastSaid
    private var seen: Set<String> = []

    init(mapping: Mapping, vocabulary: Vocabulary, zone: Zone, last: LastSaid) {
        self.mapping = mapping
        self.vocabulary = vocabulary
        self.zone = zone
        self.last = last
    }

    /// Adds what follows from one thing that the export says.
    mutating func add(_ said: Converter.Said, to conversion: inout Conversion) {
        seen.insert(said.subject)
        switch mapping.mode {
        case .events: addEvent(said, to: &conversion)
        case .snapshot: addState(said, to: &conversion)
        }
    }

    private func addEvent(_ said: Converter.Said, to conversion: inout Conversion) {
        let update = said.update.with(id: ImportID(subject: said.subject, revision: 1).updateID(mapping))
        if last.byID[update.id] == update {
            conversion.unchanged += 1
        } else {
            conversion.entries.append(Conversion.Entry(row: said.row, update: update, reason: .new))
        }
    }

    private func addState(_ said: Converter.Said, to conversion: inout Conversion) {
        guard let before = last.subjects[said.subject] else {
            return add(said, revision: 1, .new, to: &conversion)
        }
        let next = before.id.revision + 1
        // An import that a crash cut short has taken back, and not yet said anew.
        if before.isWithdrawn { return add(said, revision: next, .replaces(before.update), to: &conversion) }
        let isOfReach = if case .reach = said.event.at { true } else { false }
        if said.update.says(before.update, sameTime: !isOfReach) {
            conversion.unchanged += 1
            if before.isTakenBackByHand { conversion.disputed.append(before.update) }
            return
        }
        if isOfReach || (said.event.isLatest && comes(said.update, after: before.update)) {
            return add(said, revision: next, .follows(before.update), to: &conversion)
        }
        if before.counts, let update = takeBack(before) {
            conversion.entries.append(
                Conversion.Entry(row: said.row, update: update, reason: .takesBack(before.update)))
        }
        add(said, revision: next, .replaces(before.update), to: &conversion)
    }

    private func comes(_ update: Update, after other: Update) -> Bool {
        update.at.earliest(in: zone) > other.at.earliest(in: zone)
    }

    private func add(
        _ said: Converter.Said, revision: Int, _ reason: Conversion.Entry.Reason, to conversion: inout Conversion
    ) {
        let id = ImportID(subject: said.subject, revision: revision).updateID(mapping)
        conversion.entries.append(Conversion.Entry(row: said.row, update: said.update.with(id: id), reason: reason))
    }

    /// What takes back an update. Dated as that is: it was wrong from the beginning.
    private func takeBack(_ before: LastSaid.Said) -> Update? {
        vocabulary.update(
            meaning: .takesBack, in: before.update.caseID, id: before.id.takeBackID(mapping), at: before.update.at,
            ref: before.update.ref, [(.update, .word(before.update.id.rawValue))])
    }

    /// What the export no longer says, of the kinds its mapping still gives and of cases that it could tell of.
    func vanished(besides refusedCases: Set<String>) -> [Update] {
        let kinds = Set(mapping.events.map(\.kind.name))
        return last.subjects.filter { subject, before in
            before.counts && !seen.contains(subject) && kinds.contains(before.update.event)
                && !refusedCases.contains(before.update.caseID.rawValue)
        }.map(\.value.update).sorted { ($0.caseID, $0.id) < ($1.caseID, $1.id) }
    }

    /// Says how far the export reaches.
    func addReach(_ reach: Moment, to conversion: inout Conversion) {
        guard let source = mapping.reach?.caseID, let kind = vocabulary.kind(meaning: .feedReaches) else { return }
        let instant = reach.earliest(in: zone)
        let subject = ImportID.letters([source.rawValue, kind.name.rawValue, zone.text(of: instant)])
        let update = vocabulary.update(
            meaning: .feedReaches, in: source, id: ImportID(subject: subject, revision: 1).updateID(mapping),
            at: .instant(instant), [(.instant, .instant(instant))])
        if let update, last.byID[update.id] != update {
            conversion.entries.append(Conversion.Entry(row: 1, update: update, reason: .reach))
        }
    }
}
