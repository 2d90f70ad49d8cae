/// The names by which one kind of text is filled: a closed list, so that a misspelt one does not compile in the code, and is a
/// fault in a text. In texts they are written with low lines: `kept_before`.
package protocol Gap: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Those that stand for something outside all sections.
    static var outermost: [Self] { get }
    /// What the section of this name knows besides what is known around it.
    var inside: [String] { get }
}

extension Gap {
    package static var outermost: [Self] { Array(allCases) }
    package var inside: [String] { [] }

    static var names: [String] { allCases.map(\.rawValue) }
}

/// The names of a text without gaps.
package enum NoGap: String, Gap {
    case none

    package static let allCases: [NoGap] = []
}
