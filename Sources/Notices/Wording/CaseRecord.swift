package import Deadlines
package import Store

extension Wording {
    /// One case for programs: what was registered, oldest first, what follows from it, and who was and will be told.
    package func json(
        of caseID: CaseID, _ updates: [Update], _ requirements: [Requirement], _ notices: [StoredNotice],
        at moment: Instant
    ) -> JSON {
        .object([
            ("case", .text(caseID.rawValue)),
            (
                "updates",
                .list(
                    updates.sorted { $0.at.earliest(in: zone) < $1.at.earliest(in: zone) }.map {
                        .object($0.members(in: zone))
                    })
            ),
            ("requirements", .list(requirements.map { .object($0.members(at: moment, in: zone)) })),
            ("notices", .list(notices.map { listed($0, at: moment) })),
        ])
    }
}

extension Update {
    /// What programs are told of it.
    package func members(in zone: Zone) -> [(String, JSON)] {
        let data = data.sorted { $0.key < $1.key }.map { name, value -> (String, JSON) in
            if case .flag(let flag) = value {
                (name.rawValue, .flag(flag))
            } else {
                (name.rawValue, .text(value.text(in: zone)))
            }
        }
        return [
            ("id", .text(id.rawValue)), ("case", .text(caseID.rawValue)), ("event", .text(event.rawValue)),
            ("at", .text(at.text(in: zone))), ("ref", .optional(ref?.rawValue)),
            ("caseworker", .optional(caseworker?.rawValue)), ("team", .optional(team?.rawValue)),
            ("data", .object(data)),
        ]
    }
}

extension Requirement {
    /// What programs are told of it (spec §8), as it stands at `moment`.
    package func members(at moment: Instant, in zone: Zone) -> [(String, JSON)] {
        subject + [
            ("start", .text(key.start.text(in: zone))), ("due", .text(due.text(in: zone))),
            ("status", .text(status(at: moment).rawValue)), ("uncertain", .flag(isUncertain(at: moment))),
            ("doable", .flag(isDoable(at: moment))), ("settled", .flag(isSettled(at: moment))),
            ("met_at", .optional(metAt?.text(in: zone))),
        ]
    }

    /// Which one it is, and what its limit rests on.
    var subject: [(String, JSON)] {
        [
            ("case", .text(key.caseID.rawValue)), ("ref", .optional(key.ref?.rawValue)),
            ("rule", .text(key.rule.rawValue)), ("law", .text(law)), ("grundlag", .text(grundlag.rawValue)),
        ]
    }
}
