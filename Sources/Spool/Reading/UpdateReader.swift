package import Deadlines

/// Reads one line of input into an update, or says why not (spec §3).
package struct UpdateReader: Sendable {
    /// The longest line read, in bytes, its line break not counted (spec §3: 64 KiB).
    package static let longestLine = 65_536

    private let kinds: [String: DataReader]

    /// A reader of the kinds in `vocabulary`; fields that name a rule may name one of `rules`.
    package init(vocabulary: Vocabulary, rules: Set<RuleID>) {
        let readers = vocabulary.kinds.map { ($0.key.rawValue, DataReader(kind: $0.value, rules: rules)) }
        kinds = Dictionary(uniqueKeysWithValues: readers)
    }

    /// The update in `line`, one JSON object, without its line break.
    ///
    /// - Parameters:
    ///   - line: UTF-8 text; any bytes are safe to give.
    ///   - clock: the daemon's clock, against which `at` is held; nil when `at` may lie in the future.
    /// - Throws: the first thing found wrong; a CPR-like number before anything else.
    package func update(from line: some Sequence<UInt8>, clock: WallTime? = nil) throws(Refusal) -> Update {
        let bytes = ContiguousArray(line)
        let result = bytes.withUnsafeBufferPointer { bytes -> Result<Update, Refusal> in
            self.result(of: bytes, clock: clock)
        }
        return try result.get()
    }

    func result(of line: UnsafeBufferPointer<UInt8>, clock: WallTime?) -> Result<Update, Refusal> {
        Result { () throws(Refusal) in try read(line, clock: clock) }
    }

    private func read(_ line: UnsafeBufferPointer<UInt8>, clock: WallTime?) throws(Refusal) -> Update {
        guard line.count <= UpdateReader.longestLine else { throw Refusal.tooLong }
        if CPR.found(in: line) { throw Refusal.personNumber(in: line) }
        let object = try JSONObject(line)
        try object.refuseFields(besides: UpdateReader.fields, of: "an update")
        let id = try required("id", .update, in: object)
        let caseID = try required("case", .reference, in: object)
        let reader = try reader(in: object)
        return Update(
            id: UpdateID(rawValue: id),
            caseID: CaseID(rawValue: caseID),
            event: reader.kind.name,
            at: try moment(in: object, clock: clock),
            ref: try identifier("ref", .reference, in: object).map(Reference.init),
            caseworker: try identifier("caseworker", .staff, in: object).map(PersonID.init),
            team: try identifier("team", .staff, in: object).map(TeamID.init),
            data: try data(in: object, by: reader))
    }

    private static let fields: Set<String> = ["id", "case", "event", "at", "ref", "caseworker", "team", "data"]

    private func identifier(
        _ name: String, _ form: IdentifierForm, in object: JSONObject
    ) throws(Refusal) -> String? {
        guard let text = try object.text(name, right: form.description) else { return nil }
        guard form.matches(text) else { throw form.refusal(of: text, field: name) }
        return text
    }

    private func required(
        _ name: String, _ form: IdentifierForm, in object: JSONObject
    ) throws(Refusal) -> String {
        guard let text = try identifier(name, form, in: object) else {
            throw object.missing(name, right: form.description)
        }
        return text
    }

    private func reader(in object: JSONObject) throws(Refusal) -> DataReader {
        let right = "a kind of update such as indsats.ivaerksat"
        guard let name = try object.text("event", right: right) else { throw object.missing("event", right: right) }
        if let reader = kinds[name] { return reader }
        let nearest = NearestWord.of(name, in: kinds.keys)
        throw Refusal(
            field: "event", value: name, wrong: "no rule pack declares this kind",
            right: nearest.map { "perhaps \($0) was meant" } ?? "use a kind that a rule pack declares")
    }

    private func moment(in object: JSONObject, clock: WallTime?) throws(Refusal) -> Moment {
        let right = "a date, YYYY-MM-DD, or an RFC 3339 time with offset such as 2026-05-12T08:00:00+02:00"
        guard let text = try object.text("at", right: right) else { throw object.missing("at", right: right) }
        guard let moment = Moment(text) else { throw DateForm.refusal(of: text, field: "at", right: right) }
        if text.utf8.lexicographicallyPrecedes("2000".utf8) {
            throw Refusal(field: "at", value: text, wrong: "it is before 2000", right: "give the day it happened")
        }
        if let clock, clock.isMoreThanADayBehind(moment) {
            let now = clock.zone.text(of: clock.now)
            throw Refusal(
                field: "at", value: text, wrong: "it is more than a day ahead of the daemon's clock, \(now)",
                right: "send the update when it has happened")
        }
        return moment
    }

    private func data(in object: JSONObject, by reader: DataReader) throws(Refusal) -> [FieldName: FieldValue] {
        let value = object.fields["data"] ?? [String: Any]()
        guard let fields = value as? [String: Any] else {
            throw Refusal(
                field: "data", wrong: "\(JSONObject.name(of: value)) is not an object",
                right: "give an object, {…}, or leave the field out")
        }
        return try reader.values(in: JSONObject(fields, prefix: "data."))
    }
}
