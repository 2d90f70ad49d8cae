// A static build has no Testing; the target must compile in it all the same.
#if canImport(Testing)
    package import Testing

    /// What did not hold, of very many checks: told once, with the first few.
    package struct Mismatches {
        private var found: [String] = []
        private var count = 0

        /// Nothing found yet.
        package init() {}

        /// Notes `text` unless `holds`.
        package mutating func check(_ holds: Bool, _ text: @autoclosure () throws -> String) rethrows {
            if holds { return }
            count += 1
            if found.count < 5 { found.append(try text()) }
        }

        /// Fails the test when anything did not hold.
        package func expectNone(_ seed: Seed, sourceLocation: SourceLocation = #_sourceLocation) {
            let list = found.joined(separator: "\n")
            #expect(count == 0, "\(seed.advice), \(count) mismatches:\n\(list)", sourceLocation: sourceLocation)
        }
    }
#endif
