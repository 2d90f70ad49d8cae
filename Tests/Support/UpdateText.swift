package import Deadlines
import Foundation

extension Update {
    /// The line of input that says this.
    package func line(in zone: Zone) throws -> String {
        var object: [String: Any] = [
            "id": id.rawValue, "case": caseID.rawValue, "event": event.rawValue, "at": at.text(in: zone),
        ]
        object["ref"] = ref?.rawValue
        object["caseworker"] = caseworker?.rawValue
        object["team"] = team?.rawValue
        object["data"] = Dictionary(uniqueKeysWithValues: data.map { ($0.key.rawValue, $0.value.json(in: zone)) })
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }
}

extension FieldValue {
    fileprivate func json(in zone: Zone) -> Any {
        switch self {
        case .flag(let flag): flag
        case .word(let word): word
        case .date(let date): date.description
        case .month(let month): month.description
        case .instant(let instant): zone.text(of: instant)
        }
    }
}
