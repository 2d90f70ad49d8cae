/// Those who go on when something has been read.
struct IntakeFollowers {
    let sending: SendingLoop
    let digests: DigestLoop
    let erasures: ErasureLoop
    let metrics: MetricsLoop
    let status: StatusLine

    /// What is to be told may have changed.
    func goOn() {
        sending.soon { $0.work() }
        digests.soon { $0.begin() }
        status.refresh()
    }
}
