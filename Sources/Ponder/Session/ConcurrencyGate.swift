import OrderedCollections
import Synchronization

/// Lets a bounded number of calls through at a time, first come first served.
///
/// A place in the line is taken synchronously, so the order of the line is the order of the code
/// that takes places and not that of the tasks that wait.
final class ConcurrencyGate: Sendable {
    /// A place in the line.
    struct Ticket: Hashable {
        fileprivate let number: Int
    }

    private enum Place {
        case queued
        case waiting(CheckedContinuation<Void, any Error>)
    }

    private struct State {
        var free: Int
        var next = 0
        var line: OrderedDictionary<Int, Place> = [:]
        var admitted: Set<Int> = []
    }

    private let state: Mutex<State>

    init(limit: Int) {
        precondition(limit >= 1, "a gate must let at least one call through, not \(limit)")
        state = Mutex(State(free: limit))
    }

    /// Takes the next place in the line.
    func takePlace() -> Ticket {
        state.withLock { state in
            let number = state.next
            state.next += 1
            if state.free > 0 {
                state.free -= 1
                state.admitted.insert(number)
            } else {
                state.line[number] = .queued
            }
            return Ticket(number: number)
        }
    }

    /// Waits until the ticket is admitted; throws when the task is cancelled, the place then given up.
    func enter(_ ticket: Ticket) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state -> Result<Void, any Error>? in
                    if state.admitted.contains(ticket.number) { return .success(()) }
                    guard state.line[ticket.number] != nil else {
                        return .failure(CancellationError())
                    }
                    state.line[ticket.number] = .waiting(continuation)
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            abandon(ticket)
        }
    }

    /// Gives the place of an admitted ticket to the next in line.
    func leave(_ ticket: Ticket) {
        let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard state.admitted.remove(ticket.number) != nil else { return nil }
            guard let (number, place) = state.line.elements.first else {
                state.free += 1
                return nil
            }
            state.line.removeValue(forKey: number)
            state.admitted.insert(number)
            guard case .waiting(let continuation) = place else { return nil }
            return continuation
        }
        next?.resume()
    }

    /// Gives up a place that was not admitted yet; an admitted one must be left.
    func abandon(_ ticket: Ticket) {
        let waiter = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard case .waiting(let continuation) = state.line.removeValue(forKey: ticket.number)
            else { return nil }
            return continuation
        }
        waiter?.resume(throwing: CancellationError())
    }
}
