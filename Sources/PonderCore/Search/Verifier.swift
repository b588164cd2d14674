/// Scores candidates without knowing the target.
///
/// A strategy calls ``verify(_:of:with:)`` with the candidates of one wave, in issue order, and gets
/// one verdict for each, in the same order.
///
/// ## Implementing
///
/// Spend only through the caller that is handed in. An unreadable judgment is
/// ``Verdict/unreadable``, never a made-up score. Give equal candidates equal scores.
///
/// Run `VerifierConformance` of `PonderTestKit` over every implementation.
public protocol Verifier: Sendable {
    /// The verifier's stable name, as configs write it.
    var id: String { get }

    /// What the verifier consults.
    var needs: VerifierNeeds { get }

    /// Scores candidates of one problem.
    ///
    /// - Returns: one verdict per candidate, in order.
    /// - Throws: what the caller throws; `CancellationError` when cancelled.
    func verify(
        _ candidates: [Candidate],
        of problem: Problem,
        with caller: any ModelCaller
    ) async throws -> [Verdict]
}
