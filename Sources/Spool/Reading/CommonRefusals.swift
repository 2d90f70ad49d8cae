import Deadlines

extension Refusal {
    /// A line beyond `UpdateReader.longestLine`.
    static let tooLong = Refusal(
        wrong: "the line is over 64 KiB", right: "send one update a line; none needs more than a few hundred bytes")

    /// A CPR-like number in `line`, with the field where it stands when the line can be read so far.
    static func personNumber(in line: UnsafeBufferPointer<UInt8>) -> Refusal {
        let right = "name no child: use the case's own reference, and no ten-digit serial number that looks so"
        guard let object = try? JSONObject(line) else {
            return Refusal(wrong: "a CPR-like number stands in the line", right: right)
        }
        if let key = object.firstKey(where: CPR.found) {
            return Refusal(field: key, wrong: "a CPR-like number stands in the name of a field", right: right)
        }
        let (field, value) = object.firstValue(where: CPR.found) ?? (nil, nil)
        return Refusal(field: field, value: value, wrong: "a CPR-like number stands in the value", right: right)
    }
}

extension JSONObject {
    /// The first field in the alphabet whose name, at any depth, fulfils `condition`.
    fileprivate func firstKey(where condition: (String) -> Bool) -> String? {
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            if condition(name) { return prefix + name }
            guard let fields = value as? [String: Any] else { continue }
            if let key = JSONObject(fields, prefix: "\(prefix)\(name).").firstKey(where: condition) { return key }
        }
        return nil
    }

    /// The first field in the alphabet whose value fulfils `condition`, and that value; numbers count as their digits.
    fileprivate func firstValue(where condition: (String) -> Bool) -> (field: String, value: String)? {
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            if let fields = value as? [String: Any] {
                if let found = JSONObject(fields, prefix: "\(prefix)\(name).").firstValue(where: condition) {
                    return found
                }
            } else if condition("\(value)") {
                return (prefix + name, "\(value)")
            }
        }
        return nil
    }
}

extension IdentifierForm {
    /// The refusal of `text`, which is not of this form.
    func refusal(of text: String, field: String) -> Refusal {
        let wrong =
            if text.isEmpty {
                "it is empty"
            } else if text.utf8.count > longest {
                "it is \(text.utf8.count) bytes long"
            } else if !mayStartWithStop, text.hasPrefix(".") {
                "it starts with a full stop"
            } else {
                "it holds another character than allowed"
            }
        return Refusal(field: field, value: text, wrong: wrong, right: "give \(description)")
    }
}

extension Refusal {
    /// An export beyond ``ExportReader/largest``.
    static let exportTooLarge = Refusal(
        wrong: "the export is over 16 MiB",
        right: "leave out columns that the mapping does not speak of, and cases long closed")

    /// A file beyond `UpdateFile.largest`.
    static let tooLarge = Refusal(
        wrong: "the file is over 64 MiB", right: "send it as several; no more than its first 64 MiB are kept")
}
