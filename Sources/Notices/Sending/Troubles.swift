import Deadlines
import Store

/// Which outlets fail, and when each is tried again: a clock of its own for each, so that none waits for another.
struct Troubles {
    private let policy: RetryPolicy
    private var random = SystemRandomNumberGenerator()
    private var known: [Outlet: Trouble] = [:]
    /// What has begun and ended since it was last told.
    private(set) var news = News()

    private struct Trouble {
        var failures = 0
        var retry: Instant
        var reason: String
    }

    /// What those who run the service should hear, once.
    struct News {
        /// The outlets that began to fail, each with its reason.
        var begun: [String] = []
        /// How many outlets work again.
        var ended = 0
        /// Why notices were given up, one reason for each.
        var givenUp: [String] = []
    }

    init(policy: RetryPolicy) {
        self.policy = policy
    }

    /// Whether `retry` has come, or lies further ahead than any pause, as after a clock was set back.
    func isPast(_ retry: Instant, at moment: Instant) -> Bool {
        retry <= moment || policy.isTooLong(retry.milliseconds - moment.milliseconds)
    }

    /// Whether the outlet may be tried at `moment`.
    func mayTry(_ outlet: Outlet, at moment: Instant) -> Bool {
        known[outlet].map { isPast($0.retry, at: moment) } ?? true
    }

    /// Whether the outlet failed when it was last tried: what it has must be looked at before more is written.
    func isSuspect(_ outlet: Outlet) -> Bool { known[outlet] != nil }

    /// Every outlet may be tried again at once.
    mutating func retryAll(at moment: Instant) {
        for outlet in known.keys { known[outlet]?.retry = moment }
    }

    /// The outlet may be tried again at once.
    mutating func retry(_ outlet: Outlet, at moment: Instant) {
        known[outlet]?.retry = moment
    }

    /// The outlet has worked.
    mutating func end(_ outlet: Outlet) {
        if known.removeValue(forKey: outlet) != nil { news.ended += 1 }
    }

    /// The outlet has failed at `moment`, with this reason.
    mutating func fail(_ outlet: Outlet, _ reason: String, at moment: Instant) {
        var trouble = known[outlet] ?? Trouble(retry: moment, reason: reason)
        if trouble.failures == 0 || trouble.reason != reason { news.begun.append(reason) }
        trouble.failures += 1
        trouble.reason = reason
        trouble.retry = moment.adding(milliseconds: policy.pause(after: trouble.failures, using: &random))
        known[outlet] = trouble
    }

    /// What is to be written down of a notice that `outlet` has not taken.
    ///
    /// - Parameter wasTried: whether it was tried now; otherwise it joins those that wait.
    mutating func failure(
        of outlet: Outlet, after progress: Delivery.Progress, wasTried: Bool, at moment: Instant
    ) -> DeliveryFailure? {
        guard let trouble = known[outlet] else { return nil }
        let attempts = (progress.failure?.attempts ?? 0) + (wasTried ? 1 : 0)
        let isOver = attempts >= policy.attempts
        if isOver { news.givenUp.append(trouble.reason) }
        return DeliveryFailure(
            reason: trouble.reason, attempts: attempts, since: progress.failure?.since ?? moment,
            retry: isOver ? nil : trouble.retry)
    }

    /// What has happened since this was last asked.
    mutating func takeNews() -> News {
        defer { news = News() }
        return news
    }
}
