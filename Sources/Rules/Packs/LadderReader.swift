import Deadlines
import Telling

/// Reads a ladder: `steps = [{ before = { days = 7 }, to = ["raadgiver"] }, …]`.
enum LadderReader {
    static func ladder(_ table: TomlTable) -> Ladder? {
        let id = table.requiredString("id")
        let steps = table.tables("steps").compactMap(step)
        if steps.isEmpty { table.fault("steps", "a ladder has at least one step") }
        var names: Set<String> = []
        for step in steps where !names.insert(step.time.name).inserted {
            table.fault("steps", "the step \"\(step.time.name)\" stands there twice; name all its roles in one")
        }
        table.refuseUnknownKeys()
        return id.map { Ladder(id: LadderID(rawValue: $0), steps: steps) }
    }

    private static func step(_ table: TomlTable) -> Step? {
        let names = table.strings("to") ?? []
        if names.isEmpty { table.fault("to", "a step is told to at least one role") }
        let roles = names.compactMap { table.word($0, "to", Role.self) }
        let times: [StepTime?] = [
            LimitReader.limit(table, "before").map(StepTime.before),
            LimitReader.limit(table, "after").map(StepTime.after),
            LimitReader.limit(table, "none_since").map(StepTime.noneSince),
            word(table),
        ]
        let isNamed = table.keys.contains { ["before", "after", "none_since", "when"].contains($0) }
        table.refuseUnknownKeys()
        let found = times.compactMap(\.self)
        guard let time = found.first, found.count == 1 else {
            // What is wrong with a time that is there has been told.
            if isNamed, found.isEmpty { return nil }
            table.fault(
                "when",
                "a step has one time: before = { … }, after = { … }, none_since = { … }, "
                    + "or when = one of \(words.keys.sorted().joined(separator: ", "))")
            return nil
        }
        return Step(time, to: roles)
    }

    private static let words: [String: StepTime] = [
        "at-once": .atOnce, "half-way": .halfWay, "overdue": .overdue, "missing": .missing, "excused": .excused,
    ]

    private static func word(_ table: TomlTable) -> StepTime? {
        guard let word = table.string("when") else { return nil }
        if let time = words[word] { return time }
        table.fault("when", "unknown time", unlike: word, in: words.keys)
        return nil
    }
}
