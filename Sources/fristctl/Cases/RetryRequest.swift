import Configuration
import Deadlines
import Import
import Notices
import Store
import Telling

/// Updates that ask that notices be sent again.
struct RetryRequest {
    let lines: [[UInt8]]

    /// The request for the notices of these keys, each of which must have failed or be held up.
    init(_ keys: [NoticeKey], _ settings: Settings) throws {
        let held = try StoreAccess.open(settings).notices(in: [.failed, .sending])
        let found = Dictionary(
            (held + StoredNotice.joiningLists(held)).map { ($0.queued.notice.key, $0) },
            uniquingKeysWith: { first, _ in first })
        let unknown = Set(keys).filter { found[$0] == nil }.sorted()
        guard unknown.isEmpty else {
            throw Failure(
                .badData, unknown.map { "no notice that could not be sent has the key \"\($0)\": see notices --failed" }
            )
        }
        lines = try keys.flatMap { found[$0]?.members ?? [] }.map { notice in
            let update = try settings.update(
                saying: .retries, in: notice.subject.caseID ?? .ownCase, id: "retry",
                [(.key, .word(notice.key.rawValue))])
            return Array(update.inputLine(in: settings.calendar.zone).utf8)
        }
    }

    /// The keys of all notices that were given up.
    static func failed(_ settings: Settings) throws -> [NoticeKey] {
        StoredNotice.joiningLists(try StoreAccess.open(settings).notices(in: [.failed])).map(\.queued.notice.key)
    }
}
