public import PonderCore
import Synchronization

/// Stands in for a session where only a verifier is tested: each call's outcome is scripted.
public final class ScriptedCaller: ModelCaller {
    private let models: [Role: ModelCapabilities]
    private let outcome: @Sendable (ModelCall, Int) -> CallOutcome
    private let made = Mutex<[ModelCall]>([])

    /// The task's checker, if it has one.
    public let checker: (any Verifier)?

    /// Creates a caller.
    ///
    /// - Parameters:
    ///   - models: what the model of each role can do.
    ///   - checker: the task's checker, if it has one.
    ///   - outcome: what becomes of a call, and of which repetition of the same call, from 0.
    public init(
        models: [Role: ModelCapabilities],
        checker: (any Verifier)? = nil,
        outcome: @escaping @Sendable (ModelCall, Int) -> CallOutcome
    ) {
        self.models = models
        self.checker = checker
        self.outcome = outcome
    }

    /// The calls so far.
    public var calls: [ModelCall] { made.withLock { $0 } }

    /// What the model of a role can do.
    public func capabilities(of role: Role) -> ModelCapabilities? { models[role] }

    /// Returns the scripted outcomes, in order.
    public func call(_ calls: [ModelCall]) async throws -> [CallOutcome] {
        try Task.checkCancellation()
        return made.withLock { made in
            calls.map { call in
                made.append(call)
                return outcome(call, made.count { $0 == call } - 1)
            }
        }
    }
}
