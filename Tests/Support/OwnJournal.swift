// A release build, which builds the targets that tests share, has no Testing.
#if canImport(Testing)
    import Foundation
    package import Testing

    /// Tests that see another journal than the machine's, whatever that is: they run on threads moved away from it.
    package struct OwnJournal: SuiteTrait, TestTrait, TestScoping {
        package let isRecursive = true
        fileprivate let move: @Sendable () throws -> Void

        package func provideScope(
            for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
        ) async throws {
            try await withTaskExecutorPreference(MovedThreads(move)) { try await body() }
        }
    }

    extension Trait where Self == OwnJournal {
        /// The tests' own journald, for tests that write to it from this process; a program sees it without.
        package static var ownJournal: Self { Self { try JournalDaemon.shared().enter() } }

        /// No journald, for tests that have so much to tell that the tests' own would keep others waiting.
        package static var noJournal: Self { Self { if MountNamespace.isPossible { try EmptyRun.enter() } } }
    }

    /// Runs each piece of a task on a thread of its own, as many at a time as there are processors.
    private final class MovedThreads: TaskExecutor {
        private static let turns = DispatchSemaphore(value: ProcessInfo.processInfo.activeProcessorCount)
        private let move: @Sendable () throws -> Void

        init(_ move: @escaping @Sendable () throws -> Void) { self.move = move }

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            Thread.detachNewThread { [self] in
                Self.turns.wait()
                defer { Self.turns.signal() }
                // A test whose thread could not be moved finds that out by JournalDaemon.isSeen.
                try? move()
                job.runSynchronously(on: asUnownedTaskExecutor())
            }
        }
    }
#endif
