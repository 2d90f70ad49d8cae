package import Deadlines

/// Single words and dates, for those who print tables.
extension Wording {
    /// The word for `word` in a list of `ord.toml`: `status`, `column`, `role`, `grundlag`, `stage`, `state`, `sink`.
    package func name(_ list: String, _ word: String) -> String { words.name(list, word) }

    /// `3 ud af 10`.
    package func outOf(_ part: Int, _ whole: Int) -> String {
        words.form("out_of", ["part": String(part), "whole": String(whole)])
    }

    /// `02-06-2026`, and a time of day where there is one.
    package func numeric(_ moment: Moment) -> String { words.numeric(moment, in: zone) }

    /// `tirsdag den 2. juni 2026`, and a time of day where there is one.
    package func inWords(_ moment: Moment) -> String { words.moment(moment, in: zone) }
}
