public import PonderCore

/// Scores 1 where the task's own checker accepts the answer, else 0.
///
/// A checker looks at what the statement makes checkable, such as the numbers of Game of 24, and at
/// nothing else. Rows that use it are marked as using an oracle.
///
/// **Cost.** No call.
public struct TaskChecker: Verifier {
    /// Creates the verifier.
    public init() {}

    /// The name in configs.
    public var id: String { "checker" }

    /// The task's checker.
    public var needs: VerifierNeeds { VerifierNeeds(usesChecker: true) }

    /// Scores each candidate.
    ///
    /// - Throws: ``ModelError`` if the task has no checker.
    public func verify(
        _ candidates: [Candidate],
        of problem: Problem,
        with caller: any ModelCaller
    ) async throws -> [Verdict] {
        guard let checker = caller.checker else {
            throw ModelError(
                .unsupported,
                "this task has no checker: its statement does not make an answer checkable",
                isFatal: true
            )
        }
        return try await checker.verify(candidates, of: problem, with: caller)
    }
}
