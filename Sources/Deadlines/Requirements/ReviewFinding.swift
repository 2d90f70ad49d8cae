/// What a leader found in a case.
package struct ReviewFinding: Sendable {
    /// What was looked at, by its code.
    package let subject: String
    /// How it was found, by its code.
    package let answer: String
    /// The review.
    package let ref: Reference?
    /// The day it was found.
    package let date: LocalDate
    /// Who held the case that day.
    package let holder: Holder
}

extension CaseFile {
    /// What leaders found in the case, oldest first: of one thing under one review the first, for what is found later of the same
    /// says that it was put right.
    package func findings(under law: Law, _ review: LeadersReview) -> [ReviewFinding] {
        var seen: Set<[String]> = []
        return entries(ofKinds: law.vocabulary.kinds(meaning: .findsInReview)).compactMap { entry in
            guard let subject = entry.update.data[review.subject]?.asWord,
                let answer = entry.update.data[review.judgement]?.asWord,
                seen.insert([entry.update.ref?.rawValue ?? "", subject]).inserted
            else { return nil }
            return ReviewFinding(
                subject: subject, answer: answer, ref: entry.update.ref, date: entry.date,
                holder: holder(on: entry.date))
        }
    }

    /// What the caseworker is told of what was found on `date`: what is lacking first, then the rest in the order of the packs; not
    /// what did not matter in the case.
    func feedback(of date: LocalDate, under law: Law, _ review: LeadersReview) -> [ReviewFinding] {
        let found = findings(under: law, review).filter { $0.date == date && !review.leftOut.contains($0.answer) }
        let known = review.pejlemaerker.map(\.code)
        return found.sorted { left, right in
            func rank(_ finding: ReviewFinding) -> (Int, Int) {
                (review.lacking.contains(finding.answer) ? 0 : 1, known.firstIndex(of: finding.subject) ?? known.count)
            }
            return rank(left) < rank(right)
        }
    }
}
