import Deadlines

extension Update {
    /// Whether the caseworker that this update names is news: what a source tells when it first speaks of a case, or of the time
    /// before, is history, and hands nothing over (spec §5).
    func isNews(among updates: [RegisteredUpdate], _ zone: Zone) -> Bool {
        let source = id.source
        let known = updates.filter { $0.update.id.source == source }
        guard let first = known.map(\.received).min(), let own = known.first(where: { $0.update.id == id }) else {
            return true
        }
        return own.received > first && at.date(in: zone) >= zone.date(of: first)
    }
}

extension [RegisteredUpdate] {
    /// Who held the case at `instant`, by what was registered then.
    func holder(at instant: Instant, _ zone: Zone) -> Holder {
        let known = filter { $0.received <= instant && $0.update.at.earliest(in: zone) <= instant }.map(\.update)
        func latest<Value>(_ value: (Update) -> Value?) -> Value? {
            known.filter { value($0) != nil }.max {
                ($0.at.earliest(in: zone), $0.id) < ($1.at.earliest(in: zone), $1.id)
            }
            .flatMap(value)
        }
        return Holder(caseworker: latest(\.caseworker), team: latest(\.team))
    }
}

extension Identifier where Subject == Deadlines.Subject.Update {
    /// What tells the ids of one source from those of others: all before the first sign that is no letter or digit; the empty text
    /// where there is none.
    fileprivate var source: Substring {
        guard let end = rawValue.firstIndex(where: { !$0.isLetter && !$0.isNumber }) else { return "" }
        return rawValue[..<end]
    }
}
