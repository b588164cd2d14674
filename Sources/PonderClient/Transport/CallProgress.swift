internal import Synchronization

/// How far a call has come, shared by the task that makes it and the one that watches the time.
final class CallProgress<Moment: Sendable, Outcome: Sendable>: Sendable {
    /// How far a call has come.
    enum Phase: Sendable {
        /// Nothing has been received.
        case waiting
        /// The server has begun to answer.
        case receiving
        /// The reply is complete, though the connection may say more.
        case complete(Outcome)
    }

    /// Has an element for every change of phase.
    let changes: AsyncStream<Void>

    private let state: Mutex<(phase: Phase, since: Moment)>
    private let continuation: AsyncStream<Void>.Continuation
    private let now: @Sendable () -> Moment

    /// Starts to wait.
    init(now: @escaping @Sendable () -> Moment) {
        self.now = now
        state = Mutex((.waiting, now()))
        (changes, continuation) = AsyncStream.makeStream()
    }

    /// The phase and the moment of the last sign of life.
    var current: (phase: Phase, since: Moment) { state.withLock { $0 } }

    /// Notes that bytes have arrived.
    func receive() {
        let moment = now()
        let isFirst = state.withLock { state in
            defer { state = (.receiving, moment) }
            if case .waiting = state.phase { return true }
            return false
        }
        if isFirst { continuation.yield() }
    }

    /// Notes that the reply is complete.
    func complete(_ outcome: Outcome) {
        let moment = now()
        state.withLock { $0 = (.complete(outcome), moment) }
        continuation.yield()
    }
}
