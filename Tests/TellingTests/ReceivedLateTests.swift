import Configuration
import TestSupport
import Testing

@testable import Deadlines
@testable import Telling

/// A replay in which updates are registered after what they tell of.
@Suite struct ReceivedLateTests {
    private static let measure = "2024-03-04 indsats.ivaerksat ref=ind-1 type=x caseworker=mhs team=nord"

    /// Due Tuesday 4 June 2024; what is registered on 7 June tells only of the latest step.
    @Test func aMeasureReceivedLateTellsOnlyTheLatestStep() throws {
        let story = try NoticeStory([Self.measure])
        let sent = try story.replayed(receivedAt: ["2024-06-07T12:00:00+02:00"], until: "2024-06-12T00:00:00+02:00")
        #expect(
            sent == [
                "2024-06-10T08:00+02:00 overdue kno sent", "2024-06-10T08:00+02:00 overdue mhs sent",
                "2024-06-11T08:00+02:00 after-7-days tno sent", "2024-06-25T08:00+02:00 after-21-days afd waiting",
            ])
    }

    /// Held on 1 June, registered on 6 June: by then it had been called overdue.
    @Test func aFollowUpReceivedLateWithdrawsWhatStillWaits() throws {
        let story = try NoticeStory([Self.measure, "2024-06-01 opfoelgning.afholdt ref=ind-1"])
        let replayed = try story.replayed(
            receivedAt: ["2024-03-04T12:00:00+01:00", "2024-06-06T12:00:00+02:00"],
            until: "2024-07-01T00:00:00+02:00", rule: "opfoelgning-foerste")
        #expect(
            replayed == [
                "2024-05-14T08:00+02:00 before-21-days mhs sent", "2024-05-28T08:00+02:00 before-7-days mhs sent",
                "2024-06-03T08:00+02:00 before-1-days mhs sent", "2024-06-05T08:00+02:00 overdue kno sent",
                "2024-06-05T08:00+02:00 overdue mhs sent", "2024-06-11T08:00+02:00 after-7-days tno withdrawn",
                "2024-06-25T08:00+02:00 after-21-days afd withdrawn",
            ])
    }

    /// What is received at its `at` or before is the same replay as without times of receipt.
    @Test func receivedInTimeIsAsRegisteredAtItsMoment() throws {
        var seed = Seed(for: "received in time")
        var wrong = Mismatches()
        var cases = RandomCases(under: try Shipped.wholeLaw)
        let zone = try Shipped.zone
        let replay = Replay(reckoner: try Shipped.settings.reckoner())
        for _ in 0..<200 {
            let one = cases.next(&seed)
            let end = seed.instant(years: 2023...2025)
            let registered = one.updates.map { update in
                let early = [0, 0, 1, 24, 400].randomElement(using: &seed) ?? 0
                return RegisteredUpdate(update, received: update.at.earliest(in: zone).adding(hours: -early))
            }
            let queue = replay.queue(of: one.id, registered: registered.shuffled(using: &seed), until: end)
            wrong.check(queue == replay.queue(of: one.id, updates: one.updates, until: end), "\(end): \(one.updates)")
        }
        wrong.expectNone(seed)
    }

    /// Whatever is received when, nothing is told of an update before both its receipt and its moment.
    @Test func nothingIsToldBeforeItIsReceived() throws {
        var seed = Seed(for: "received late")
        var wrong = Mismatches()
        var cases = RandomCases(under: try Shipped.wholeLaw)
        let zone = try Shipped.zone
        let replay = Replay(reckoner: try Shipped.settings.reckoner())
        for _ in 0..<200 {
            let one = cases.next(&seed)
            let registered = one.updates.map { update in
                let hours = Int.random(in: -48...1200, using: &seed)
                return RegisteredUpdate(update, received: update.at.earliest(in: zone).adding(hours: hours))
            }
            let end = seed.instant(years: 2023...2025)
            let first = registered.map { max($0.received, $0.update.at.earliest(in: zone)) }.min() ?? end
            let queue = replay.queue(of: one.id, registered: registered, until: end)
            wrong.check(queue.allSatisfy { $0.scheduled >= first && $0.scheduled >= $0.notice.falls }, "\(registered)")
            wrong.check(first <= end || queue.isEmpty, "told of what came after \(end): \(registered)")
        }
        wrong.expectNone(seed)
    }
}
