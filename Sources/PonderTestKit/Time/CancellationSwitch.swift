import Synchronization

/// Cancels an operation from anywhere, as a person at the keyboard would.
public final class CancellationSwitch: Sendable {
    private struct State {
        var isOn = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Creates a switch that is off.
    public init() {}

    /// Cancels the operation that runs under the switch.
    public func cancel() {
        let waiter = state.withLock { state in
            state.isOn = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Runs an operation that ``cancel()`` cancels, and returns what it returns.
    ///
    /// One operation may run under a switch.
    public func run<Value: Sendable>(
        _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await operation() }
            group.addTask {
                await self.wait()
                return nil
            }
            var value: Value?
            for try await part in group {
                value = part ?? value
                group.cancelAll()
            }
            guard let value else { preconditionFailure("the operation returned nothing") }
            return value
        }
    }

    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.isOn { return true }
                    state.waiter = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            cancel()
        }
    }
}
