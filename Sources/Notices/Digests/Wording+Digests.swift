import Deadlines
package import Figures

/// The three forms of a digest.
package struct DigestForms: Sendable {
    /// For a terminal and a mail, no line longer than 80 characters where words allow.
    package let text: String
    /// For programs: a list of one, as of every reading command that lists (spec §8).
    package let json: JSON
    /// A page that needs nothing else, and prints on A4.
    package let page: String
}

extension Wording {
    /// A leader's or the committee's digest in its three forms.
    package func forms(of figures: DigestFigures) -> DigestForms {
        let sentences = DigestSentences(figures: figures, wording: self)
        return DigestForms(
            text: TextLayout.wrapped(render(.digest, sentences.values)),
            json: .list([DigestRecord(figures, zone: zone).json]),
            page: render(.digestPage, sentences.values.merging(sentences.drawings) { first, _ in first }))
    }

    /// One caseworker's cases in its three forms.
    package func forms(of list: CaseList) -> DigestForms {
        let sentences = CaseListSentences(list: list, wording: self)
        return DigestForms(
            text: TextLayout.wrapped(render(.caseList, sentences.values)), json: .list([sentences.json]),
            page: render(.caseListPage, sentences.values))
    }
}
