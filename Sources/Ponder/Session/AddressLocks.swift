import PonderCore
import Synchronization

/// Lets one task at a time take the draw of an address, so that none is paid for twice.
final class AddressLocks: Sendable {
    private struct Waiter {
        var id: Int
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var lines: [DrawAddress: [Waiter]] = [:]
        var cancelled: Set<Int> = []
        var nextID = 0
    }

    private let state = Mutex(State())

    /// Holds the address if no other task does.
    func tryAcquire(_ address: DrawAddress) -> Bool {
        state.withLock { state in
            guard state.lines[address] == nil else { return false }
            state.lines[address] = []
            return true
        }
    }

    /// Waits until no other task holds the address, and holds it.
    ///
    /// - Throws: `CancellationError` when cancelled while waiting.
    func acquire(_ address: DrawAddress) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state -> Result<Void, any Error>? in
                    if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
                    guard state.lines[address] != nil else {
                        state.lines[address] = []
                        return .success(())
                    }
                    state.lines[address]?.append(Waiter(id: id, continuation: continuation))
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            let waiter = state.withLock { state -> Waiter? in
                guard let place = state.lines[address]?.firstIndex(where: { $0.id == id }) else {
                    state.cancelled.insert(id)
                    return nil
                }
                return state.lines[address]?.remove(at: place)
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
        state.withLock { _ = $0.cancelled.remove(id) }
    }

    /// Lets the next task that waits for the address hold it.
    func release(_ address: DrawAddress) {
        let next = state.withLock { state -> Waiter? in
            guard let first = state.lines[address]?.first else {
                state.lines[address] = nil
                return nil
            }
            state.lines[address]?.removeFirst()
            return first
        }
        next?.continuation.resume()
    }
}
