package import Deadlines
package import Figures
package import Telling

/// The digests of one period that are still to be written, and are compared with the same moment.
package struct DigestEdition: Sendable {
    /// The period.
    package let period: DigestPeriod
    /// When that was to be written which they are compared with.
    package let since: Instant
    /// Who gets one.
    package let recipients: [DigestRecipient]

    /// What should have been written by `moment` and is not among `files`.
    ///
    /// - Parameter known: when the first update was received; nil is none.
    package static func missing(
        at moment: Instant, in files: DigestFiles, schedule: DigestSchedule, organisation: Organisation,
        office: OfficeHours, zone: Zone, known: Instant?
    ) -> [DigestEdition] {
        schedule.kinds.flatMap { kind in
            let period = DigestSchedule.last(kind, at: moment, in: office, zone)
            let missing = schedule.recipients(of: kind, in: organisation).filter {
                !files.isWritten(period, for: $0.id)
            }
            let bySince = Dictionary(grouping: missing) {
                schedule.since(period, for: $0.id, known: known, in: organisation, office, zone)
            }
            return bySince.sorted { $0.key < $1.key }.map {
                DigestEdition(period: period, since: $0.key, recipients: $0.value)
            }
        }
    }
}
