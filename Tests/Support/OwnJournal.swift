import Foundation
package import Testing

/// Tests that see the tests' own journald, whatever there is on the machine: they run on threads moved there.
package struct OwnJournal: SuiteTrait, TestTrait, TestScoping {
    package let isRecursive = true

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(JournalThreads.shared.get()) { try await body() }
    }
}

extension Trait where Self == OwnJournal {
    /// For tests that write to the journal from this process; a program sees it without.
    package static var ownJournal: Self { Self() }
}

/// Runs each piece of a task on a thread of its own, as many at a time as there are processors.
private final class JournalThreads: TaskExecutor {
    static let shared = Result { JournalThreads(journal: try .shared()) }
    private let journal: JournalDaemon
    private let turns = DispatchSemaphore(value: ProcessInfo.processInfo.activeProcessorCount)

    private init(journal: JournalDaemon) { self.journal = journal }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        Thread.detachNewThread { [self] in
            turns.wait()
            defer { turns.signal() }
            // A test whose thread could not be moved finds that out by JournalDaemon.isSeen.
            try? journal.enter()
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
