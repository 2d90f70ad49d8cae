import Configuration
import Deadlines
import Spool
import Store
import TestSupport
import Testing

/// However updates are split into files, and the files into batches, the store says of each case what the core says of
/// all its updates.
@Suite struct RandomFileProperties {
    @Test func `what comes through files in any split and order is the standing of all updates`() throws {
        var seed = Seed(for: "random files")
        let settings = try ScratchConfiguration.wholeSettings()
        var random = RandomCases(under: settings.law)
        for _ in 0..<8 {
            let cases = (1...40).map { _ in random.next(&seed) }
            let ends = (1...3).map { _ in seed.momentOfCases() }.sorted()
            let feed = try SpoolFeed(settings)
            var rest = cases.flatMap(\.updates)
            var taken: [Update] = []
            for now in ends {
                // What has not happened a day from now at the latest is refused, so that it comes another time.
                let possible = rest.filter { $0.at.earliest(in: settings.calendar.zone) <= now.adding(hours: 23) }
                let sent = now == ends.last ? possible : possible.filter { _ in !seed.once(in: 3) }
                rest.removeAll { sent.contains($0) }
                let again = taken.filter { _ in seed.once(in: 6) }
                try feed.put(sent + again, &seed)
                try feed.takeAll(at: now, &seed)
                taken += sent
            }
            for one in cases {
                let registered = one.with(one.updates.filter { taken.contains($0) })
                try feed.store.requireStanding(of: registered, under: settings, at: ends[2], seed.advice)
            }
        }
    }
}
