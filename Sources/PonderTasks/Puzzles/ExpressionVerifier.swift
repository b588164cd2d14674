public import PonderCore

/// Checks whether expressions solve a number puzzle: score 1 if they do, 0 if they do not.
///
/// It knows the numbers and the target of the statement, and evaluates exactly; it does not solve,
/// and says nothing about whether a partial solution can still succeed. A candidate without a
/// readable expression has no score. Cost: none.
public struct ExpressionVerifier: Verifier {
    /// The puzzle.
    package let puzzle: ExpressionPuzzle

    /// Creates a checker of a puzzle.
    package init(_ puzzle: ExpressionPuzzle) { self.puzzle = puzzle }

    /// The checker's name.
    public var id: String { "checker" }

    /// The checker calls no model.
    public var needs: VerifierNeeds { VerifierNeeds(usesChecker: true) }

    /// Scores candidates; calls no model and never throws.
    public func verify(
        _ candidates: [Candidate],
        of problem: Problem,
        with caller: any ModelCaller
    ) async throws -> [Verdict] {
        candidates.map { verdict(on: $0.answer) }
    }

    /// Returns what the checker says of one answer.
    package func verdict(on answer: Answer?) -> Verdict {
        guard let answer, let expression = ExpressionReader.parse(answer.canonical) else {
            return .unreadable
        }
        return .score(puzzle.isSolved(by: expression) ? 1 : 0)
    }
}
