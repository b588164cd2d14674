/// A way to spend a budget on one problem.
///
/// The driver calls ``search(_:in:)`` once per problem.
///
/// ## Implementing
///
/// Spend only through the session. Call ``SearchSession/propose(_:)`` as soon as there is a
/// candidate: the driver returns the last proposal, whatever ends the search. A refused call ends
/// the loop. Never catch `CancellationError`. Decide from the session's outcomes, which come in
/// issue order, and from nothing else, so that equal seeds give equal runs.
///
/// Run `StrategyConformance` of `PonderTestKit` over every implementation.
public protocol Strategy: Sendable {
    /// What the strategy needs of the models, so that a run can refuse it before it spends.
    var needs: StrategyNeeds { get }

    /// Searches for an answer and says why it stopped.
    ///
    /// - Throws: `CancellationError`, and ``ModelError`` that is fatal for a model.
    func search(_ problem: Problem, in session: SearchSession) async throws -> StopReason
}
