/// How a file holds its updates, as its name's ending says (spec §3).
enum UpdateFormat: Sendable {
    /// `.json`: exactly one object, over as many lines as it likes.
    case object
    /// `.jsonl`: one object a line.
    case lines

    /// The format of a file called `name`, or nil for any other ending.
    init?(name: String) {
        if name.hasSuffix(".json") {
            self = .object
        } else if name.hasSuffix(".jsonl") {
            self = .lines
        } else {
            return nil
        }
    }
}
