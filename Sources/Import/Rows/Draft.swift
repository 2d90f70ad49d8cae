import Deadlines
import Foundation

/// An update that a row gives, before it has its id, and where each of its fields came from.
struct Draft {
    let event: Int
    /// What the reader of updates is given; the id is a stand-in.
    private(set) var object: [String: Any]
    private var data: [String: Any] = [:]
    private var columns: [String: String] = [:]
    /// What tells it apart from others of its kind and ref.
    var key = ""

    /// The id until the real one is known.
    static let standIn = "import"

    init(event: Int, kind: EventKind) {
        self.event = event
        object = ["id": Draft.standIn, "event": kind.rawValue]
    }

    mutating func set(_ field: String, _ value: CellSource.Fixed, from source: CellSource) {
        object[field] = value.json
        columns[field] = source.columns.first
    }

    mutating func setData(_ field: FieldName, _ value: CellSource.Fixed, from source: CellSource) {
        data[field.rawValue] = value.json
        columns["data.\(field)"] = source.columns.first
    }

    /// Where a field comes from even when its cell is empty.
    mutating func note(_ field: String, from source: CellSource) { columns[field] = source.columns.first }

    /// The column that a field came from.
    func column(of field: String) -> String? { columns[field] }

    func line() throws -> [UInt8] {
        var object = object
        if !data.isEmpty { object["data"] = data }
        return Array(try JSONSerialization.data(withJSONObject: object))
    }
}

extension CellSource.Fixed {
    fileprivate var json: Any {
        switch self {
        case .flag(let flag): flag
        case .text(let text): text
        }
    }
}
