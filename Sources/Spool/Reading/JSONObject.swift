import Deadlines
import Foundation

/// The fields of one JSON object, as Foundation reads them.
struct JSONObject {
    /// What stands before a field's name in messages: nothing, or `data.`.
    let prefix: String
    let fields: [String: Any]

    init(_ fields: [String: Any], prefix: String) {
        self.fields = fields
        self.prefix = prefix
    }

    /// Reads a whole text that must be one object in which no object has a field twice.
    ///
    /// - Throws: a refusal that says at which byte the text is malformed, or which field is given twice.
    init(_ text: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        let outline = try Outline(text)
        let value: Any
        do {
            value = try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
        } catch {
            throw JSONObject.malformed(error as NSError)
        }
        guard let fields = value as? [String: Any] else {
            throw Refusal(
                wrong: "\(JSONObject.name(of: value)) stands where an update should", right: "send one object, {…}")
        }
        self.init(fields, prefix: "")
        guard outline.fields == fields.count else { throw repeated(in: text) }
        guard outline.nestedFields == (fields["data"] as? [String: Any])?.count ?? 0 || outline.nestedFields == nested
        else { throw repeated(in: text) }
    }

    private var nested: Int {
        fields.values.reduce(0) { $0 + (($1 as? [String: Any])?.count ?? 0) }
    }

    /// Foundation tells the place only in words: `Invalid value around character 6.`, counted in bytes from 0.
    private static func malformed(_ error: NSError) -> Refusal {
        let words = error.userInfo[NSDebugDescriptionErrorKey] as? String ?? "it cannot be read."
        let parts = words.dropLast().components(separatedBy: " around character ")
        let what = parts[0].prefix(1).lowercased() + parts[0].dropFirst()
        var refusal = Refusal(wrong: "malformed JSON, \(what)", right: "send one JSON object a line")
        refusal.byte = parts.count == 2 ? Int(parts[1]).map { $0 + 1 } : nil
        return refusal
    }

    private func repeated(in text: UnsafeBufferPointer<UInt8>) -> Refusal {
        let text = String(decoding: text, as: UTF8.self)
        let nested = fields.values.compactMap { $0 as? [String: Any] }.flatMap(\.keys)
        let name = (fields.keys + nested).sorted().first { name in
            text.components(separatedBy: "\"\(name)\"").dropFirst()
                .count { $0.drop(while: \.isWhitespace).first == ":" } > 1
        }
        return Refusal(field: name, wrong: "a field is given twice in one object", right: "give each field once")
    }

    /// What a JSON value is called.
    static func name(of value: Any) -> String {
        switch value {
        case is String: "text"
        case let number as NSNumber: flag(number).map { $0 ? "true" : "false" } ?? "the number \(number)"
        case is [String: Any]: "an object"
        case is [Any]: "an array"
        default: "null"
        }
    }

    /// The value when it is `true` or `false`; 1 and 0 are numbers.
    static func flag(_ value: Any) -> Bool? {
        guard let number = value as? NSNumber, String(cString: number.objCType) == "c" else { return nil }
        return number.boolValue
    }
}

extension JSONObject {
    /// The text in field `name`, or nil when the field is absent.
    ///
    /// - Throws: a refusal when another value than text stands there; `right` says what should.
    func text(_ name: String, right: @autoclosure () -> String) throws(Refusal) -> String? {
        guard let value = fields[name] else { return nil }
        guard let text = value as? String else { throw notText(name, value, right: right()) }
        return text
    }

    /// The refusal of a field that is not there.
    func missing(_ name: String, right: String) -> Refusal {
        Refusal(field: prefix + name, wrong: "the field is missing", right: "give \(right)")
    }

    private func notText(_ name: String, _ value: Any, right: String) -> Refusal {
        let wrong = "\(JSONObject.name(of: value)) is not text"
        let remedy = value is NSNull ? "give \(right), in quotation marks, or leave the field out" : nil
        return Refusal(field: prefix + name, wrong: wrong, right: remedy ?? "give \(right), in quotation marks")
    }

    /// Refuses any field besides `known`.
    func refuseFields(besides known: Set<String>, of owner: String) throws(Refusal) {
        guard fields.keys.contains(where: { !known.contains($0) }) else { return }
        let unknown = fields.keys.filter { !known.contains($0) }.sorted()[0]
        let nearest = NearestWord.of(unknown, in: known).map { "perhaps \(prefix)\($0) was meant, " } ?? ""
        let list = known.isEmpty ? "it has none" : "it may have " + known.sorted().joined(separator: ", ")
        throw Refusal(field: prefix + unknown, wrong: "\(owner) has no such field", right: nearest + list)
    }
}
