/// When a feed that says nothing is told of: a guard that hears nothing guards nothing (spec §9).
public struct FeedWatch: Sendable {
    /// How long it may be silent, counted on days when the office opens; nil is as long as it likes.
    public let silentAfter: TimeLimit?

    /// The step that tells that it has fallen silent.
    public static let silentStep = "silent"
    /// The step that tells that it speaks again.
    public static let speakingStep = "speaking"

    /// A watch of these parts.
    public init(silentAfter: TimeLimit?) {
        self.silentAfter = silentAfter
    }
}
