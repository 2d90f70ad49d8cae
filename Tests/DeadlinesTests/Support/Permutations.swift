extension Array {
    /// Every order of the elements.
    var permutations: [[Element]] {
        guard let first else { return [[]] }
        return Array(dropFirst()).permutations.flatMap { rest in
            (0...rest.count).map { position in
                Array(rest[..<position]) + [first] + Array(rest[position...])
            }
        }
    }
}
