import Deadlines
import Notices

extension Wording {
    /// That somebody who wrote `word` probably meant the one that is near, else that the few begin so; or nothing.
    func hint(_ word: String, in known: [String]) -> String {
        if let near = NearestWord.of(word, in: known) { return say(.didYouMean, [.word: near]) }
        let longer = word.isEmpty ? [] : known.filter { $0.hasPrefix(word) }.sorted()
        guard !longer.isEmpty else { return "" }
        return say(
            .soBegins, [.words: "\(longer.prefix(3).joined(separator: ", "))\(longer.count > 3 ? " …" : "")"])
    }
}
