package import Figures

/// The three forms of a digest.
package struct DigestForms: Sendable {
    /// For a terminal and a mail, no line longer than 80 characters where words allow.
    package let text: String
    /// For programs: a list of one, as of every reading command that lists.
    package let json: JSON
    /// A page that needs nothing else, and prints on A4.
    package let page: String
}

extension Wording {
    /// A leader's or the committee's digest in its three forms.
    package func forms(of figures: DigestFigures) -> DigestForms {
        let sentences = DigestSentences(figures: figures, wording: self)
        return DigestForms(
            text: wrapped(words.say(DigestTemplate.text, sentences.filling)),
            json: .list([DigestRecord(figures: figures, zone: zone).json]),
            page: words.say(DigestTemplate.page, sentences.filling))
    }

    /// One caseworker's cases in its three forms.
    package func forms(of list: CaseList) -> DigestForms {
        let sentences = CaseListSentences(list: list, wording: self)
        return DigestForms(
            text: wrapped(words.say(CaseListTemplate.text, sentences.filling)), json: .list([sentences.json]),
            page: words.say(CaseListTemplate.page, sentences.filling))
    }

    private func wrapped(_ text: String) -> String {
        var lines = WrappedText.lines(of: text, width: 80)
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.map { "\($0)\n" }.joined()
    }
}
