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
            func value(_ type: Field.ValueType) -> FieldValue? { law.vocabulary.value(type, of: entry.update) }
            guard let key = value(.key)?.asWord, let person = value(.person)?.asWord else { return nil }
            let wish: Answer.Wish
            if law.snoozing.contains(entry.update.event) {
                guard let until = value(.date)?.asDate else { return nil }
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
        entries(ofKinds: law.reaching).compactMap { law.vocabulary.value(.instant, of: $0.update)?.asInstant }.max()
    }
}
