public import PonderCore

/// Accepts every solution of a number puzzle, by the same rules as ``ExpressionVerifier``.
public struct ExpressionGrader: Grader {
    /// Creates a grader.
    public init() {}

    /// Grades the canonical expression of an answer.
    public func grade(_ answer: Answer, of sample: Sample) -> Grade {
        guard case .puzzle(let puzzle) = sample.target.kind else {
            preconditionFailure("the target of sample '\(sample.id)' is no puzzle")
        }
        return Grade(isCorrect: ExpressionVerifier(puzzle).verdict(on: answer) == .score(1))
    }
}
