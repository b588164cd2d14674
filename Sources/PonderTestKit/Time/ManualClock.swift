import Synchronization

/// A clock whose time passes only when a test says so.
///
/// A sleeper wakes when ``advance(by:)`` reaches its deadline; in ``Mode/skipping`` it does not
/// sleep at all, and time jumps to its deadline. Either way ``sleeps`` tells what was asked for.
public final class ManualClock: Clock {
    /// How a clock treats those who sleep.
    public enum Mode: Sendable {
        /// Sleepers wait for the test to advance the time.
        case waiting
        /// Sleepers do not wait: the time jumps to their deadline.
        case skipping
    }

    /// A moment, as the time since the clock was made.
    public struct Instant: InstantProtocol {
        /// The time since the clock was made.
        public var offset: Duration

        /// Creates the moment that is so long after the clock was made.
        public init(offset: Duration) { self.offset = offset }

        /// The moment that is so much later.
        public func advanced(by duration: Duration) -> Instant {
            Instant(offset: offset + duration)
        }

        /// How much later another moment is.
        public func duration(to other: Instant) -> Duration { other.offset - offset }

        /// Whether the left moment is earlier.
        public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct Sleeper {
        var deadline: Instant
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct Watcher {
        var count: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var now = Instant(offset: .zero)
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var watchers: [Watcher] = []
        var sleeps: [Duration] = []
    }

    private let mode: Mode
    private let state = Mutex(State())

    /// Creates a clock at time zero.
    public init(_ mode: Mode = .waiting) { self.mode = mode }

    /// The time that the test has let pass.
    public var now: Instant { state.withLock { $0.now } }

    /// No resolution is too fine.
    public var minimumResolution: Duration { .zero }

    /// How long each sleeper asked to sleep, in the order they came.
    public var sleeps: [Duration] { state.withLock { $0.sleeps } }

    /// Lets time pass and wakes every sleeper whose deadline comes.
    public func advance(by duration: Duration) {
        let ready = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.value.deadline <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.sorted { ($0.value.deadline, $0.key) < ($1.value.deadline, $1.key) }
        }
        for (_, sleeper) in ready { sleeper.continuation.resume() }
    }

    /// Waits until so many tasks sleep at a time.
    public func waitForSleepers(_ count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.sleepers.count >= count { return true }
                state.watchers.append(Watcher(count: count, continuation: continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// Sleeps until the test reaches a moment.
    ///
    /// - Throws: `CancellationError` when cancelled.
    public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state in
            state.sleeps.append(state.now.duration(to: deadline))
            return state.sleeps.count
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(Sleeper(deadline: deadline, continuation: continuation), as: id)
            }
        } onCancel: {
            let sleeper = state.withLock { state -> Sleeper? in
                if let sleeper = state.sleepers.removeValue(forKey: id) { return sleeper }
                state.cancelled.insert(id)
                return nil
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
        state.withLock { _ = $0.cancelled.remove(id) }
    }

    private func enter(_ sleeper: Sleeper, as id: Int) {
        let (result, watchers) = state.withLock { state -> (Result<Void, any Error>?, [Watcher]) in
            if state.cancelled.remove(id) != nil { return (.failure(CancellationError()), []) }
            if mode == .skipping { state.now = max(state.now, sleeper.deadline) }
            if sleeper.deadline <= state.now { return (.success(()), []) }
            state.sleepers[id] = sleeper
            let asleep = state.sleepers.count
            let content = state.watchers.filter { $0.count <= asleep }
            state.watchers.removeAll { $0.count <= asleep }
            return (nil, content)
        }
        if let result { sleeper.continuation.resume(with: result) }
        for watcher in watchers { watcher.continuation.resume() }
    }
}
