import Synchronization

/// Gives the problems that share a pot their turns in the logical order (round, problem).
///
/// A turn is one wave of calls. Problem `p` takes its turn in round `r` when every open problem
/// before it has taken its own in round `r`, and every one after it its own in round `r - 1`.
/// So problems interleave the same way at any concurrency.
public final class TurnOrder: Sendable {
    private struct State {
        var isOpen: [Bool]
        var cursor: Int?
        var waiters: [Int: CheckedContinuation<Void, any Error>] = [:]
        var cancelled: Set<Int> = []
    }

    private let state: Mutex<State>

    /// Creates an order for problems `0..<count`, all open.
    ///
    /// Each problem must be closed in the end, or the ones after it wait for ever.
    public init(count: Int) {
        state = Mutex(
            State(isOpen: Array(repeating: true, count: count), cursor: count > 0 ? 0 : nil)
        )
    }

    /// Waits for a problem's turn.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    func begin(_ problem: Int) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state -> Result<Void, any Error>? in
                    precondition(state.isOpen[problem], "problem \(problem) has been closed")
                    if state.cancelled.remove(problem) != nil {
                        return .failure(CancellationError())
                    }
                    if state.cursor == problem { return .success(()) }
                    state.waiters[problem] = continuation
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            let waiter = state.withLock { state -> CheckedContinuation<Void, any Error>? in
                if let waiter = state.waiters.removeValue(forKey: problem) { return waiter }
                state.cancelled.insert(problem)
                return nil
            }
            waiter?.resume(throwing: CancellationError())
        }
    }

    /// Ends a problem's turn.
    func end(_ problem: Int) {
        let next = state.withLock { state in
            state.cursor == problem ? Self.advance(&state) : nil
        }
        next?.resume()
    }

    /// Closes a problem: it takes no more turns.
    func close(_ problem: Int) {
        let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            state.isOpen[problem] = false
            return state.cursor == problem ? Self.advance(&state) : nil
        }
        next?.resume()
    }

    private static func advance(_ state: inout State) -> CheckedContinuation<Void, any Error>? {
        guard let cursor = state.cursor else { return nil }
        let count = state.isOpen.count
        let next = (1...count).lazy.map { (cursor + $0) % count }.first { state.isOpen[$0] }
        state.cursor = next
        return next.flatMap { state.waiters.removeValue(forKey: $0) }
    }
}
