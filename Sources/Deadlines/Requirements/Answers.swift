/// What a person has answered to a notice.
package struct Answer: Hashable, Sendable {
    /// The notice's key.
    package let key: NoticeKey
    /// Who answers.
    package let person: PersonID
    /// When.
    package let at: Instant
    /// What.
    package let wish: Wish

    /// What somebody wants of the notices that follow.
    package enum Wish: Hashable, Sendable {
        /// To hear no more of it until the next step.
        case acknowledge
        /// To be reminded on this day, not before.
        case snooze(until: LocalDate)
    }
}

extension CaseFile {
    /// What has been answered to notices about the case, oldest first.
    package func answers(under law: Law) -> [Answer] {
        guard holds(anyOf: law.answering) else { return [] }
        return entries(ofKinds: law.answering).compactMap { entry in
            let (kind, data) = (entry.update.event, entry.update.data)
            guard let key = law.word(ofType: .key, in: entry.update),
                let person = law.word(ofType: .person, in: entry.update)
            else { return nil }
            let wish: Answer.Wish
            if law.snoozing.contains(kind) {
                guard let until = law.vocabulary.field(ofType: .date, in: [kind]).flatMap({ data[$0]?.asDate }) else {
                    return nil
                }
                wish = .snooze(until: until)
            } else {
                wish = .acknowledge
            }
            return Answer(
                key: NoticeKey(rawValue: key), person: PersonID(rawValue: person), at: entry.earliest, wish: wish)
        }
    }

    /// How far the data of the source that this case stands for reach; nil when it has never said.
    package func reach(under law: Law) -> Instant? {
        entries(ofKinds: law.reaching).compactMap { entry in
            law.vocabulary.field(ofType: .instant, in: [entry.update.event]).flatMap {
                entry.update.data[$0]?.asInstant
            }
        }.max()
    }
}

extension Law {
    /// The word in the field of this type of `update`.
    fileprivate func word(ofType type: Field.ValueType, in update: Update) -> String? {
        vocabulary.field(ofType: type, in: [update.event]).flatMap { update.data[$0]?.asWord }
    }
}
