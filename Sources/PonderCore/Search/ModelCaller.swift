/// The only way out to a model: meters, records, runs in parallel, and settles in issue order.
public protocol ModelCaller: Sendable {
    /// Makes one wave of calls and returns their outcomes in the order of the calls.
    ///
    /// - Throws: ``ModelError`` that is fatal for the model, and `CancellationError`; failures of
    ///   single calls and refusals by the budget are outcomes.
    func call(_ calls: [ModelCall]) async throws -> [CallOutcome]

    /// What the model of a role can do; `nil` if no model is bound to the role.
    func capabilities(of role: Role) -> ModelCapabilities?

    /// The task's own checker of what its statement makes checkable, if it has one.
    var checker: (any Verifier)? { get }
}
