/// A text that a municipality may change: a template in a file of its own, or an entry of `ord.toml`.
package protocol Phrase: CaseIterable, Sendable {
    /// What fills it.
    associatedtype Gaps: Gap = NoGap
    /// The table of `ord.toml` that it stands in, empty for the top level; nil for a template.
    var table: String? { get }
    /// Its key there, or the template's name.
    var key: String { get }
    /// Whether one file serves all languages.
    static var isShared: Bool { get }
}

extension Phrase {
    package var table: String? { nil }
    package static var isShared: Bool { false }
}

extension Phrase where Self: RawRepresentable<String> {
    package var key: String { rawValue.snakeCased }
}
