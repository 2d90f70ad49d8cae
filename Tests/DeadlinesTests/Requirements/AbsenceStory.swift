import Deadlines
import TestSupport
import Testing

extension CaseStory {
    /// Why the rule, with the local pack turned on, asks for nothing: a line for each update that could have started it.
    func absences(of rule: String, at moment: String) throws -> [String] {
        let found = Deadlines.absences(
            of: RuleID(rawValue: rule), in: caseID, updates: updates, under: try Shipped.wholeLaw,
            on: try Shipped.calendar, at: try #require(Instant(moment)))
        return found.map { absence in
            switch absence {
            case .otherCases(let namespace): "other cases: \(namespace ?? "children's")"
            case .noStart(let kinds): "no \(kinds.map(\.rawValue).joined(separator: " or "))"
            case .notInForce(let id, let date): "\(id.rawValue) not in force \(date)"
            case .otherData(let id, let mismatches): "\(id.rawValue) says otherwise: \(fields(mismatches))"
            case .exempt(let id, .notRunning(let span)): "\(id.rawValue) while no \(span.rawValue) runs"
            case .exempt(let id, .notCounted(let span, let mismatches)):
                "\(id.rawValue) while no \(span.rawValue) of the right \(fields(mismatches)) runs"
            case .exempt(let id, .running(let span)): "\(id.rawValue) while a \(span.rawValue) runs"
            case .exempt(let id, .notYet(let date)): "\(id.rawValue) not before \(date)"
            case .exempt(let id, .overtaken): "\(id.rawValue) overtaken"
            case .exempt(let id, .underAge(let age)): "\(id.rawValue) under the age of \(age)"
            case .exempt(let id, .unknownDate(let field)): "\(id.rawValue) with \(field.rawValue) unknown"
            case .exempt(let id, .planOver): "\(id.rawValue) is over"
            case .exempt(let id, .elsewhere): "\(id.rawValue) elsewhere"
            }
        }
    }

    private func fields(_ mismatches: [Absence.Mismatch]) -> String {
        mismatches.map { $0.condition.field.rawValue }.joined(separator: " ")
    }
}
