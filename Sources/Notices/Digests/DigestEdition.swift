package import Deadlines
package import Figures
package import Telling

/// The digests of one period that are still to be written.
package struct DigestEdition: Sendable {
    /// The period.
    package let period: DigestPeriod
    /// Who gets one.
    package let recipients: [DigestRecipient]

    /// What should have been written by `moment` and is not among `files`.
    package static func missing(
        at moment: Instant, in files: DigestFiles, schedule: DigestSchedule, organisation: Organisation,
        office: OfficeHours, zone: Zone
    ) -> [DigestEdition] {
        schedule.kinds.compactMap { kind in
            let period = DigestSchedule.last(kind, at: moment, in: office, zone)
            let missing = schedule.recipients(of: kind, in: organisation).filter {
                !files.isWritten(period, for: $0.id)
            }
            return missing.isEmpty ? nil : DigestEdition(period: period, recipients: missing)
        }
    }
}
