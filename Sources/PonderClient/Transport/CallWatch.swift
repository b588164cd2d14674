/// Ends calls that take too long, by cancelling the task that makes them.
struct CallWatch: Sendable {
    /// Which limit a call ran into.
    enum Limit: Hashable, Sendable {
        /// Nothing was received in this time.
        case firstByte(Duration)
        /// Nothing more was received in this time.
        case idle(Duration)
        /// The call as a whole took longer.
        case total(Duration)
    }

    /// A call that was ended.
    struct Expired: Error {
        /// The limit that it ran into.
        let limit: Limit
    }

    /// What became known to the task that waits for a call.
    private enum Event<Outcome: Sendable>: Sendable {
        /// The call has ended.
        case ended(Outcome)
        /// The call is in another phase, which may have an earlier deadline.
        case changed
        /// A deadline as it was some time ago has come.
        case woke
    }

    /// How long a connection may still be read after its reply is complete.
    private static let grace = Duration.milliseconds(250)

    /// The limits.
    let timeouts: CallTimeouts
    /// What measures them.
    let clock: any Clock<Duration>

    /// Makes a call and returns its outcome.
    ///
    /// - Throws: ``Expired``, or what the operation throws.
    func run<Outcome: Sendable>(
        _ operation: @escaping @Sendable (CallSignal<Outcome>) async throws -> Outcome
    ) async throws -> Outcome {
        try await race(clock, operation)
    }

    private func race<Outcome: Sendable, C: Clock<Duration>>(
        _ clock: C,
        _ operation: @escaping @Sendable (CallSignal<Outcome>) async throws -> Outcome
    ) async throws -> Outcome {
        let start = clock.now
        let progress = CallProgress<C.Instant, Outcome> { clock.now }
        let signal = CallSignal<Outcome>(
            received: { progress.receive() },
            completed: { progress.complete($0) }
        )
        return try await withThrowingTaskGroup(of: Event<Outcome>.self) { group in
            defer { group.cancelAll() }
            group.addTask { .ended(try await operation(signal)) }
            // One sleeper for each of at most three phases; an old one only looks again.
            func addSleeper() {
                let (deadline, _) = deadline(of: progress, from: start)
                group.addTask {
                    try await clock.sleep(until: deadline, tolerance: nil)
                    return .woke
                }
            }
            func addListener() {
                group.addTask {
                    for await _ in progress.changes { return .changed }
                    throw CancellationError()
                }
            }
            addSleeper()
            addListener()
            for try await event in group {
                switch event {
                case .ended(let outcome): return outcome
                case .changed:
                    addListener()
                    addSleeper()
                case .woke:
                    let (deadline, limit) = deadline(of: progress, from: start)
                    if clock.now < deadline {
                        addSleeper()
                    } else if case .complete(let outcome) = progress.current.phase {
                        return outcome
                    } else {
                        throw Expired(limit: limit)
                    }
                }
            }
            preconditionFailure("a call ended without an outcome")
        }
    }

    /// The next moment at which a call is over, and the limit that it has then run into.
    private func deadline<Moment: InstantProtocol, Outcome>(
        of progress: CallProgress<Moment, Outcome>,
        from start: Moment
    ) -> (Moment, Limit) where Moment.Duration == Duration {
        let (phase, since) = progress.current
        let end = start.advanced(by: timeouts.total)
        let next: Moment
        let limit: Limit
        switch phase {
        case .waiting:
            next = since.advanced(by: timeouts.firstByte)
            limit = .firstByte(timeouts.firstByte)
        case .receiving:
            next = since.advanced(by: timeouts.idle)
            limit = .idle(timeouts.idle)
        case .complete:
            next = since.advanced(by: Self.grace)
            limit = .total(timeouts.total)
        }
        return next < end ? (next, limit) : (end, .total(timeouts.total))
    }
}
