import Synchronization

/// A budget that calls draw on: reserve a bound before a call, settle what it used after.
///
/// What is settled and what is reserved never exceed the budget together, whatever order calls
/// finish in, as long as no call uses more than it reserved.
public final class BudgetPot: Sendable {
    /// Whether a reservation was made.
    public enum Answer: Hashable, Sendable {
        /// The amount is reserved.
        case reserved
        /// The amount does not fit while calls are out; it may once they settle.
        case mustWait
        /// The amount does not fit and nothing is out.
        case refused
    }

    private struct State {
        var settled = Spend.zero
        var reserved = Spend.zero
        var outstanding = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var cancelled: Set<Int> = []
        var nextWaiter = 0
    }

    /// The limits of this pot.
    public let budget: Budget

    private let state = Mutex(State())

    /// Creates a full pot.
    public init(_ budget: Budget) { self.budget = budget }

    /// What has been settled so far.
    public var settled: Spend { state.withLock { $0.settled } }

    /// What is reserved by calls that are out.
    public var reserved: Spend { state.withLock { $0.reserved } }

    /// Reserves an amount if it fits.
    public func reserve(_ bound: Spend) -> Answer {
        state.withLock { state in
            guard budget.allows(state.settled + state.reserved + bound) else {
                return state.outstanding > 0 ? .mustWait : .refused
            }
            state.reserved += bound
            state.outstanding += 1
            return .reserved
        }
    }

    /// Whether an amount would fit beside everything settled and reserved.
    public func fits(_ bound: Spend) -> Bool {
        state.withLock { budget.allows($0.settled + $0.reserved + bound) }
    }

    /// Exchanges a reservation for what was really used.
    public func settle(_ bound: Spend, used: Spend) {
        let ready = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            precondition(state.outstanding > 0, "settled a call that was never reserved")
            state.reserved -= bound
            state.settled += used
            state.outstanding -= 1
            guard state.outstanding == 0 else { return [] }
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in ready { waiter.resume() }
    }

    /// Enlarges a reservation that is out, for one more attempt of its call, if that fits.
    public func extend(by bound: Spend) -> Bool {
        state.withLock { state in
            guard budget.allows(state.settled + state.reserved + bound) else { return false }
            state.reserved += bound
            return true
        }
    }

    /// Takes back an enlargement that was made for nothing.
    public func shrink(by bound: Spend) {
        state.withLock { $0.reserved -= bound }
    }

    /// Waits until no call is out, or until the task is cancelled.
    public func waitUntilSettled() async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if state.outstanding == 0 || state.cancelled.remove(id) != nil { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
                if let waiter = state.waiters.removeValue(forKey: id) { return waiter }
                state.cancelled.insert(id)
                return nil
            }
            waiter?.resume()
        }
        state.withLock { _ = $0.cancelled.remove(id) }
    }
}
