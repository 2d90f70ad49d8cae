import Deadlines

/// The three forms of a digest.
public struct DigestForms: Sendable {
    /// For a terminal and a mail, no line longer than 80 characters where words allow.
    public let text: String
    /// For programs: a list of one, as of every reading command that lists (spec §8).
    public let json: JSON
    /// A page that needs nothing else, and prints on A4.
    public let page: String
}

extension Wording {
    /// A leader's or the committee's digest in its three forms.
    public func forms(of figures: DigestFigures) -> DigestForms {
        let sentences = DigestSentences(figures: figures, wording: self)
        return DigestForms(
            text: TextLayout.wrapped(render(.digest, sentences.values)),
            json: .list([DigestRecord(figures, zone: zone).json]),
            page: render(.digestPage, sentences.values.merging(sentences.drawings) { first, _ in first }))
    }

    /// One caseworker's cases in its three forms.
    public func forms(of list: CaseList) -> DigestForms {
        let sentences = CaseListSentences(list: list, wording: self)
        return DigestForms(
            text: TextLayout.wrapped(render(.caseList, sentences.values)), json: .list([sentences.json]),
            page: render(.caseListPage, sentences.values))
    }
}
